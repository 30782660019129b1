namespace NasEngine.Search;

/// <summary>
/// A strategy, or the objective it goes by, threw, returned nonsense or did not return. The message is one sentence naming it.
/// </summary>
public sealed class StrategyFault(string message, Exception? inner = null) : Exception(message, inner);
