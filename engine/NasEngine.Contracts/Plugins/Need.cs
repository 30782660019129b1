namespace NasEngine.Contracts;

/// <summary>What a search needs a part for and need not name one: a plugin says which part serves it.</summary>
public enum Need
{
    /// <summary>An estimator that measures trials.</summary>
    Trials,

    /// <summary>An estimator that holds the supernet of a weight-sharing strategy.</summary>
    SupernetSteps,

    /// <summary>An estimator that trains the winners and measures them on the test images.</summary>
    Winners,

    /// <summary>A profiler that measures latency, where the objective or the winners want it.</summary>
    Latency,

    /// <summary>
    /// A strategy that proposes random architectures within the objective's limits, none twice: what winners are compared with. Its
    /// option <c>stream</c> names the random numbers that it draws from.
    /// </summary>
    Baseline,

    /// <summary>
    /// A strategy that proposes the architectures of its option <c>architectures</c>, in the text form of the space and joined by
    /// <c>;</c>, each once, and keeps their networks: how a single architecture is trained again.
    /// </summary>
    Given,
}
