using NasEngine.Search;

namespace NasEngine.Pipeline.Reading;

/// <summary>A node and what it did for a search, as far as its journal goes.</summary>
public sealed record NodeStory
{
    /// <summary>The node.</summary>
    public required NodeRef Node { get; init; }

    /// <summary>What it said of itself.</summary>
    public required NodeFacts Facts { get; init; }

    /// <summary>When it joined, or when the run began if it was there before.</summary>
    public required DateTimeOffset Joined { get; init; }

    /// <summary>When it was gone; null where that is not known.</summary>
    public DateTimeOffset? Left { get; init; }

    /// <summary>Why it was gone; null where it is not known to be.</summary>
    public string? Reason { get; init; }

    /// <summary>Trials and finalists that were measured there.</summary>
    public long Done { get; init; }

    /// <summary>When the last of them was; null where there was none.</summary>
    public DateTimeOffset? LastDone { get; init; }

    /// <summary>Candidates that were lost with it, or given elsewhere since it could not have them.</summary>
    public long Lost { get; init; }

    /// <summary>What went wrong there, in order.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Results an hour, from when it joined until the last of them; null where there are none.</summary>
    public double? PerHour => LastDone is { } last && last > Joined ? Done / (last - Joined).TotalHours : null;
}
