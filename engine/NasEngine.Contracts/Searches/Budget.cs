namespace NasEngine.Contracts;

/// <summary>How much a search may spend.</summary>
/// <param name="Candidates">Trials or supernet steps in all, at least 1.</param>
public sealed record Budget(long Candidates);
