namespace NasEngine.Host.Tests.Swaps;

/// <summary>Tests that measure what the process holds: while they run, no other does.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
