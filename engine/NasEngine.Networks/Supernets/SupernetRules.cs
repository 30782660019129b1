using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>The rules of one supernet, each made when a step first names it with its options.</summary>
internal sealed class SupernetRules(IServices services, SupernetRuleSetup setup) : IDisposable
{
    private readonly List<(ComponentSpec Component, ISupernetRule Rule)> _rules = [];

    /// <summary>The rule of this id with these options.</summary>
    /// <exception cref="InputException">No plugin offers it, or it does not take such an option.</exception>
    public ISupernetRule Of(ComponentSpec component)
    {
        foreach (var known in _rules)
        {
            if (known.Component == component)
            {
                return known.Rule;
            }
        }

        var made = services.Create<ISupernetRule, SupernetRuleSetup>(component, setup);
        _rules.Add((component, made));
        return made;
    }

    /// <summary>Writes each rule: its id, its options, and what it keeps, after the length of that.</summary>
    public void Save(BinaryWriter state)
    {
        state.Write(_rules.Count);
        foreach (var (component, rule) in _rules)
        {
            using var kept = new MemoryStream();
            using (var writer = new BinaryWriter(kept, Encoding.UTF8, leaveOpen: true))
            {
                rule.Save(writer);
            }

            Write(component, state);
            state.Write((int)kept.Length);
            state.Write(kept.GetBuffer(), 0, (int)kept.Length);
        }
    }

    /// <summary>Makes the rules that were saved and gives each what it wrote; those that were there are gone.</summary>
    /// <exception cref="InputException">A rule reads more or less than was written for it.</exception>
    public void Restore(BinaryReader state)
    {
        Clear();
        for (var left = state.ReadInt32(); left > 0; left--)
        {
            var component = Read(state);
            Restore(component, state.ReadBytes(state.ReadInt32()));
        }
    }

    /// <summary>As <see cref="Restore(BinaryReader)"/> from a checkpoint of layout 1: rules without options or lengths.</summary>
    public void RestoreLayout1(BinaryReader state)
    {
        Clear();
        for (var left = state.ReadInt32(); left > 0; left--)
        {
            Of(state.ReadString()).Restore(state);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Clear()
    {
        foreach (var (_, rule) in _rules)
        {
            rule.Dispose();
        }

        _rules.Clear();
    }

    private void Restore(ComponentSpec component, byte[] kept)
    {
        using var reader = new BinaryReader(new MemoryStream(kept), Encoding.UTF8);
        try
        {
            Of(component).Restore(reader);
        }
        catch (EndOfStreamException problem)
        {
            throw new InputException(Wrong(component, $"wants more than the {kept.Length} bytes"), problem);
        }

        if (reader.BaseStream.Position < kept.Length)
        {
            throw new InputException(Wrong(component, $"leaves {kept.Length - reader.BaseStream.Position} of the {kept.Length} bytes"));
        }
    }

    private static string Wrong(ComponentSpec component, string problem) =>
        $"Rule '{component.Id}' {problem} that the supernet checkpoint has for it; resume with the version of the rule that wrote it.";

    private static void Write(ComponentSpec component, BinaryWriter state)
    {
        state.Write(component.Id);
        state.Write(component.Options.Values.Count);
        foreach (var (name, value) in component.Options.Values)
        {
            state.Write(name);
            state.Write(value);
        }
    }

    private static ComponentSpec Read(BinaryReader state)
    {
        ComponentSpec component = state.ReadString();
        for (var left = state.ReadInt32(); left > 0; left--)
        {
            component = component with { Options = component.Options.With(state.ReadString(), state.ReadString()) };
        }

        return component;
    }
}
