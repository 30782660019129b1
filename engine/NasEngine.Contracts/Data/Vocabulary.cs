namespace NasEngine.Contracts;

/// <summary>How texts become the token numbers that networks of sequences are given.</summary>
/// <param name="Splitting">How a text is split: <c>words</c>, <c>characters</c> or <c>blanks</c>.</param>
/// <param name="Tokens">
/// The tokens by number: 0 is <see cref="Padding"/>, 1 is <see cref="Unknown"/> and stands for all that are not among them.
/// </param>
public sealed record Vocabulary(string Splitting, IReadOnlyList<string> Tokens)
{
    /// <summary>What fills a short sequence up.</summary>
    public const string Padding = "<pad>";

    /// <summary>What stands for any other token.</summary>
    public const string Unknown = "<unknown>";
}
