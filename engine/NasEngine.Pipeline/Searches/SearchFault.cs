namespace NasEngine.Pipeline.Searches;

/// <summary>A run ended by a fault of the engine itself. What was finished is in the journal; the message is one sentence.</summary>
public sealed class SearchFault(string message, Exception? inner = null) : Exception(message, inner);
