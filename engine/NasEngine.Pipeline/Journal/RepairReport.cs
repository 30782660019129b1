namespace NasEngine.Pipeline.Journal;

/// <summary>What a repair kept of one search.</summary>
/// <param name="Search">Its name.</param>
/// <param name="Kept">Events kept.</param>
/// <param name="Damage">What was wrong after them; null when nothing was.</param>
public sealed record RepairedSearch(string Search, long Kept, string? Damage);

/// <summary>What a repair did.</summary>
/// <param name="Searches">The searches that could be read.</param>
/// <param name="DamagedCopy">Where the damaged journal was put; null when it was sound and nothing was changed.</param>
public sealed record RepairReport(IReadOnlyList<RepairedSearch> Searches, string? DamagedCopy);
