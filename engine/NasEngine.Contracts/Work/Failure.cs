namespace NasEngine.Contracts;

/// <summary>Why a candidate has no metrics.</summary>
/// <param name="Kind">What kind of failure.</param>
/// <param name="Message">One sentence.</param>
public sealed record Failure(FailureKind Kind, string Message);

/// <summary>Kinds of failure; only <see cref="Transient"/> ones are tried again.</summary>
public enum FailureKind
{
    /// <summary>The architecture cannot be built or trained: a result like any other, which the strategy sees.</summary>
    BadArchitecture,

    /// <summary>The worker died, ran out of memory or time, or was lost: tried again, then poisoned.</summary>
    Transient,

    /// <summary>Tried as often as allowed: recorded, never tried again.</summary>
    Poisoned,

    /// <summary>A loss or metric is not a number.</summary>
    NotANumber,

    /// <summary>A loss is a number, and so far above that of guessing that it means nothing.</summary>
    Diverged,
}
