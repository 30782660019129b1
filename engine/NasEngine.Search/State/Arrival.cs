using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>A measurement that the strategy was not told of yet.</summary>
public sealed record Arrival(long Number, Measurement Measurement);
