namespace NasEngine.Search;

/// <summary>A search at one place, as bytes.</summary>
/// <param name="State">The state.</param>
/// <param name="Strategy">What the strategy saved.</param>
public sealed record SavedSearch(byte[] State, byte[] Strategy);
