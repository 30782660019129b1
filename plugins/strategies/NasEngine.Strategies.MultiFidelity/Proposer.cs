using System.Buffers;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity;

/// <summary>
/// The strategy whose architectures are raced. It is told of each once, by its result in the lowest rung of its race, so that it
/// compares like with like.
/// </summary>
internal sealed class Proposer
{
    private readonly IStrategy _strategy;
    private readonly SortedSet<long> _untold = [];

    /// <summary>The one that the recipe names.</summary>
    /// <param name="id">Whose it is, for messages.</param>
    /// <param name="setup">Of the search.</param>
    /// <exception cref="InputException">It names none or several, or one that proposes no trials.</exception>
    public Proposer(string id, StrategySetup setup)
    {
        _strategy = setup.Inner.Length == 1 ? setup.Make(setup.Inner[0]) : throw new InputException(
            $"Strategy '{id}' races what one other strategy proposes, and {setup.Inner.Length} are named; name one, as in: "
            + $".Strategy(\"{id}\", null, Part(\"random\", new {{ Unique = true }})).");
        if (_strategy.Kind != WorkKind.Trials)
        {
            throw new InputException(
                $"Strategy '{id}' races trials, and '{setup.Inner[0].Id}' proposes steps of a supernet; name one that proposes trials, "
                + $"e.g. \"random\".");
        }
    }

    /// <summary>The next architecture; null when it wants results first, or has no more.</summary>
    /// <exception cref="InputException">It wants a trial to start from another one's weights.</exception>
    public Architecture? Propose(ProposalContext context)
    {
        var own = context with { Pending = [.. context.Pending.Where(candidate => _untold.Contains(candidate.Number))] };
        switch (_strategy.Propose(own))
        {
            case null:
                return null;
            case Trial { Weights: FreshWeights } trial:
                _untold.Add(context.Number);
                return trial.Architecture;
            default:
                throw new InputException(
                    "A race trains its candidates from fresh weights, and the strategy in it proposes one that starts from others; race "
                    + "another strategy, e.g. \"random\".");
        }
    }

    /// <summary>What came of a trial, for the strategy if it is the first of an architecture.</summary>
    public void Observe(Observation observation)
    {
        if (_untold.Remove(observation.Candidate.Number))
        {
            _strategy.Observe(observation);
        }
    }

    /// <summary>What came of a trial that it did not propose.</summary>
    public void Learn(Observation observation) => _strategy.Learn(observation);

    /// <summary>Writes its state.</summary>
    public void Save(StateWriter state)
    {
        state.Write(_untold.Count);
        foreach (var number in _untold)
        {
            state.Write(number);
        }

        var own = new ArrayBufferWriter<byte>();
        _strategy.Save(own);
        state.WriteBytes(own.WrittenSpan);
    }

    /// <summary>Takes what <see cref="Save"/> wrote.</summary>
    public void Restore(ref StateReader state)
    {
        _untold.Clear();
        for (var left = state.Int32(); left > 0; left--)
        {
            _untold.Add(state.Int64());
        }

        _strategy.Restore(state.Bytes());
    }
}
