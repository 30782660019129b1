using NasEngine.Search;

namespace NasEngine.Host.Display;

/// <summary>What a display shows of a running search at one moment.</summary>
/// <param name="State">The search; null before anything is known.</param>
/// <param name="Doing">What it works at or waits for, in a few words.</param>
/// <param name="Note">What was told last; empty when nothing was.</param>
internal sealed record Picture(SearchState? State, string Doing, string Note)
{
    /// <summary>Candidates per second; null while there is nothing to say.</summary>
    public double? PerSecond { get; init; }

    /// <summary>Time that is left; null where nobody knows.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>What was measured of the objective so far, in order, perhaps as means.</summary>
    public IReadOnlyList<double> Curve { get; init; } = [];

    /// <summary>Says an architecture in the words of its space.</summary>
    public Func<Contracts.Architecture, string> Format { get; init; } = architecture => architecture.Key;
}
