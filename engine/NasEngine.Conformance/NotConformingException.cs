namespace NasEngine.Plugins.Conformance;

/// <summary>A part does not do what the engine relies on; the message is a sentence that says what it does instead.</summary>
public sealed class NotConformingException(string message) : Exception(message);
