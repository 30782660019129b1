namespace NasEngine.Pipeline.Searches;

/// <summary>What became of a request to swap a plugin.</summary>
/// <param name="Result">In a word.</param>
/// <param name="Sentence">In a sentence.</param>
public sealed record SwapAnswer(SwapResult Result, string Sentence);

/// <summary>What became of a request to swap a plugin.</summary>
public enum SwapResult
{
    /// <summary>The search runs on the new version.</summary>
    Swapped,

    /// <summary>The old version goes on.</summary>
    Refused,

    /// <summary>No search that runs has a use for the plugin.</summary>
    NotInUse,
}
