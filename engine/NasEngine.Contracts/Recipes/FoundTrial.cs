namespace NasEngine.Contracts.Recipes;

/// <summary>A trial that a search measured, or that failed.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Architecture">What was tried.</param>
/// <param name="Text">The same in the text form of its space.</param>
/// <param name="Metrics">What was measured of it, by name; nothing where it failed.</param>
public sealed record FoundTrial(long Number, Architecture Architecture, string Text, FoundMetrics Metrics)
{
    /// <summary>What the objective makes of it, more being better; null where it failed or lacks a metric of it.</summary>
    public double? Score { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>How much was spent on it.</summary>
    public Fidelity Fidelity { get; init; } = Fidelity.Full;

    /// <summary>When its result was written.</summary>
    public DateTimeOffset At { get; init; }
}
