namespace NasEngine.Pipeline.Workers;

/// <summary>A worker died, hung or spoke nonsense: what it did is lost, and may be tried again with another.</summary>
public sealed class WorkerLost(string message, Exception? inner = null) : Exception(message, inner);
