using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>A network that a trial left.</summary>
/// <param name="Hash">SHA-256 of its file.</param>
/// <param name="Architecture">What it is a network of; null where a program before this one wrote it down.</param>
public sealed record LeftNetwork(string Hash, Architecture? Architecture);
