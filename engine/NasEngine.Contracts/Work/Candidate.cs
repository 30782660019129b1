namespace NasEngine.Contracts;

/// <summary>Work with its number: proposals of one search are numbered from 0 without gaps.</summary>
public sealed record Candidate(long Number, WorkItem Work);
