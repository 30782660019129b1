namespace NasEngine.Pipeline.Journal;

/// <summary>What is sound of one search.</summary>
/// <param name="Search">Its name.</param>
/// <param name="Kept">Its sound events.</param>
/// <param name="Damage">What is wrong after them; null when nothing is.</param>
public sealed record RepairedSearch(string Search, long Kept, string? Damage);

/// <summary>What a look at a journal found, and what was done.</summary>
/// <param name="Searches">The searches that can be read.</param>
/// <param name="Damage">What is wrong with the journal; null when it is sound.</param>
/// <param name="DamagedCopy">Where the damaged journal was put; null when nothing was changed.</param>
public sealed record RepairReport(IReadOnlyList<RepairedSearch> Searches, string? Damage, string? DamagedCopy)
{
    /// <summary>What cannot be kept since the search that it belongs to cannot be read; null when there is no such thing.</summary>
    public string? Lost { get; init; }
}
