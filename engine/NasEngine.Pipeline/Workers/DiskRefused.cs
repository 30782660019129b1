namespace NasEngine.Pipeline.Workers;

/// <summary>
/// The disk did not take what a worker was to write: it is full, or not there now. The worker is sound, and may be asked again.
/// </summary>
public sealed class DiskRefused(string message, Exception? inner = null) : Exception(message, inner);
