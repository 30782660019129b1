using NasEngine.Host.Output;

namespace NasEngine.Host.Plots.Parallel;

/// <summary>An upright axis: of a decision, with a band for each choice, or of a metric, from its least to its greatest value.</summary>
/// <param name="Name">The decision or the metric.</param>
/// <param name="Choices">Labels of the choices, from below; empty for a metric.</param>
/// <param name="Low">Least value; of a decision 0.</param>
/// <param name="High">Greatest value; of a decision the number of its last choice.</param>
public sealed record ParallelAxis(string Name, IReadOnlyList<string> Choices, double Low, double High)
{
    /// <summary>Whether it is of a decision.</summary>
    public bool IsDecision => Choices.Count > 0;

    /// <summary>What stands above it.</summary>
    public string Title => IsDecision ? Name : MetricText.Short(Name);

    /// <summary>Parts that the keyboard goes through.</summary>
    public int Parts => IsDecision ? Choices.Count : 10;

    /// <summary>Where a value is: 0 at the foot, 1 at the top; a choice in the middle of its band.</summary>
    public double Place(double value) => IsDecision ? (value + 0.5) / Choices.Count : High > Low ? (value - Low) / (High - Low) : 0.5;

    /// <summary>A place as a value in words.</summary>
    public string Text(double place) => IsDecision
        ? Choices[Math.Clamp((int)(place * Choices.Count), 0, Choices.Count - 1)]
        : MetricText.Figure(Name, Low + Math.Clamp(place, 0, 1) * (High - Low));
}
