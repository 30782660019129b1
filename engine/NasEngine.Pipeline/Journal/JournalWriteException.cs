namespace NasEngine.Pipeline.Journal;

/// <summary>The disk took nothing: full, gone, or not to be written to. Trying again is safe.</summary>
public sealed class JournalWriteException(string message, Exception inner) : Exception(message, inner);
