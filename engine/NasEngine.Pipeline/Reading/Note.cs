namespace NasEngine.Pipeline.Reading;

/// <summary>What somebody wrote down of a search.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Text">One line.</param>
/// <param name="Candidate">What it is of; null of the search as a whole.</param>
public sealed record Note(DateTimeOffset At, string Text, long? Candidate);
