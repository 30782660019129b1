using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>The rules of one supernet, made when a step first names them.</summary>
internal sealed class SupernetRules(IServices services) : IDisposable
{
    private readonly SortedDictionary<string, ISupernetRule> _rules = new(StringComparer.Ordinal);

    /// <summary>The rule of this id.</summary>
    /// <exception cref="InputException">No plugin offers it.</exception>
    public ISupernetRule Of(string id)
    {
        if (!_rules.TryGetValue(id, out var rule))
        {
            _rules[id] = rule = services.Create<ISupernetRule, NoSetup>(id, NoSetup.Value);
        }

        return rule;
    }

    /// <summary>Writes what each rule keeps.</summary>
    public void Save(BinaryWriter state)
    {
        state.Write(_rules.Count);
        foreach (var (id, rule) in _rules)
        {
            state.Write(id);
            rule.Save(state);
        }
    }

    /// <summary>Makes the rules that were saved and gives each what it wrote; those that were there are gone.</summary>
    public void Restore(BinaryReader state)
    {
        Dispose();
        _rules.Clear();
        for (var left = state.ReadInt32(); left > 0; left--)
        {
            Of(state.ReadString()).Restore(state);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var rule in _rules.Values)
        {
            rule.Dispose();
        }
    }
}
