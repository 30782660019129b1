using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>One of the best trials so far.</summary>
public sealed record Leader(long Number, Architecture Architecture, double Score, Measurement Measurement);
