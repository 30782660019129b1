namespace NasEngine.Host.Plots.Timelines;

/// <summary>A row of a timeline.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bars">What lasted.</param>
/// <param name="Marks">What happened in a moment.</param>
/// <param name="IsBad">Whether it is of what went wrong.</param>
internal sealed record Lane(string Name, IReadOnlyList<LaneBar> Bars, IReadOnlyList<LaneMark> Marks, bool IsBad = false)
{
    /// <summary>What a worker had one after another.</summary>
    public IReadOnlyList<LaneBar> Jobs { get; init; } = [];
}

/// <summary>Something that lasted.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, or the last that is known.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Trial">The candidate that it is of; null for none, or several.</param>
internal sealed record LaneBar(DateTimeOffset From, DateTimeOffset To, string Text, long? Trial = null);

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Trial">The candidate that it is of; null for none.</param>
internal sealed record LaneMark(DateTimeOffset At, string Text, long? Trial = null);
