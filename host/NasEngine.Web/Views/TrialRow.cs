namespace NasEngine.Web.Views;

/// <summary>A trial or a step in the table.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State">measured, in flight or failed.</param>
/// <param name="Score">By the objective; null where there is none.</param>
/// <param name="Figures">What it measured, in the order of the columns; null where there is no such metric.</param>
/// <param name="Text">The architecture in its space's text, or why it failed.</param>
/// <param name="At">When it was measured, UTC.</param>
public sealed record TrialRow(long Number, string State, double? Score, IReadOnlyList<double?> Figures, string Text, DateTimeOffset? At);
