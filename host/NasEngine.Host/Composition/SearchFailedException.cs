namespace NasEngine.Host.Composition;

/// <summary>A search stopped by itself; the message says why in one sentence.</summary>
internal sealed class SearchFailedException(string message, Exception? inner = null) : Exception(message, inner);
