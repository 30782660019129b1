using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Rungs;

namespace NasEngine.Strategies.MultiFidelity.MoAsha;

/// <summary>A rung of MO-ASHA: who was measured in it, and who of them went up.</summary>
internal sealed class ContenderRung : IRung<ContenderRung, Contender>
{
    private readonly List<Contender> _all = [];
    private readonly SortedSet<long> _promoted = [];
    private (bool IsKnown, Contender? Contender) _promotable;

    /// <summary>Who was measured, in the order of the results.</summary>
    public IReadOnlyList<Contender> All => _all;

    /// <inheritdoc/>
    public int Count => _all.Count;

    /// <inheritdoc/>
    public IEnumerable<Contender> Waiting => _all.Where(one => !_promoted.Contains(one.Number));

    /// <inheritdoc/>
    public Contender? Promotable(int eta)
    {
        if (!_promotable.IsKnown)
        {
            var top = _all.Count < eta ? [] : ParetoOrder.Of(_all).Take(_all.Count / eta);
            _promotable = (true, top.FirstOrDefault(one => !_promoted.Contains(one.Number)));
        }

        return _promotable.Contender;
    }

    /// <inheritdoc/>
    public void Add(Contender contender)
    {
        _all.Add(contender);
        _promotable = default;
    }

    /// <inheritdoc/>
    public void Promote(Contender contender)
    {
        _promoted.Add(contender.Number);
        _promotable = default;
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.Write(_all.Count);
        foreach (var one in _all)
        {
            one.Save(state);
            state.Write(_promoted.Contains(one.Number));
        }
    }

    /// <inheritdoc/>
    public static ContenderRung Restore(DecisionSpace decisions, ref StateReader state)
    {
        var rung = new ContenderRung();
        for (var left = state.Int32(); left > 0; left--)
        {
            rung._all.Add(Contender.Restore(decisions, ref state));
            if (state.Flag())
            {
                rung._promoted.Add(rung._all[^1].Number);
            }
        }

        return rung;
    }
}
