namespace NasEngine.Web.Views;

/// <summary>Which trials are shown, and in which order.</summary>
/// <param name="SortBy">A column: number, score, state, or the name of a metric.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
/// <param name="State">Only those in this state; null for all.</param>
/// <param name="Text">Only those whose architecture or reason has this in it, in any case; empty for all.</param>
public sealed record TrialQuery(string SortBy = TrialQuery.Number, bool Descending = true, string? State = null, string Text = "")
{
    /// <summary>Column of the number.</summary>
    public const string Number = "number";

    /// <summary>Column of the score.</summary>
    public const string Score = "score";
}
