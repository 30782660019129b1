namespace NasEngine.Extensibility.Tests;

/// <summary>Tests that count what is loaded in the process: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
