using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>A level of a progressive search: what is to be trained, and what else of it was trained already. Immutable.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Queue">To be trained, the most promising first.</param>
/// <param name="Predicted">A prediction for each of <paramref name="Queue"/>; empty on the first level.</param>
/// <param name="Known">Others of the level, whose networks were trained on an earlier one.</param>
internal sealed record Level(
    int Number, ImmutableArray<Architecture> Queue, ImmutableArray<double> Predicted, ImmutableArray<Architecture> Known)
{
    /// <summary>Before the first.</summary>
    public static Level None { get; } = new(-1, [], [], []);

    /// <summary>All of it.</summary>
    public IEnumerable<Architecture> All => Queue.Concat(Known);

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Number);
        state.Write(Predicted.AsSpan());
        Save(Queue, state);
        Save(Known, state);
    }

    /// <summary>What <see cref="Save(StateWriter)"/> wrote.</summary>
    public static Level Restore(DecisionSpace decisions, ref StateReader state)
    {
        var number = state.Int32();
        ImmutableArray<double> predicted = [.. state.Doubles()];
        return new Level(number, Restored(decisions, ref state), predicted, Restored(decisions, ref state));
    }

    private static void Save(ImmutableArray<Architecture> architectures, StateWriter state)
    {
        state.Write(architectures.Length);
        foreach (var architecture in architectures)
        {
            state.Write(architecture.Values.AsSpan());
        }
    }

    private static ImmutableArray<Architecture> Restored(DecisionSpace decisions, ref StateReader state)
    {
        var architectures = new Architecture[state.Int32()];
        for (var place = 0; place < architectures.Length; place++)
        {
            architectures[place] = decisions.Architecture(state.Int32s());
        }

        return [.. architectures];
    }
}
