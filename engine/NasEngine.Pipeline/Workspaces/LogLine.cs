namespace NasEngine.Pipeline.Workspaces;

/// <summary>A line of the log of a search.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What it is of, in a word.</param>
/// <param name="Text">One sentence.</param>
public sealed record LogLine(DateTimeOffset At, string Kind, string Text);
