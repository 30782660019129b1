namespace NasEngine.Contracts;

/// <summary>
/// Something the user gave is wrong: a file, an option, a name, a value. The message is one sentence that names what is
/// wrong, where, and what would be right; the host prints it alone and exits with 2.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>
    /// The name or value in question as the user wrote it, by which its place in a recipe is found; null where there is none, and empty
    /// where it stands in no recipe.
    /// </summary>
    public string? Word { get; init; }

    /// <summary>One sentence: what, where, what would be right.</summary>
    public InputException(string message) : base(message)
    {
    }

    /// <summary>One sentence, with the failure that led to it (shown with <c>--verbose</c>).</summary>
    public InputException(string message, Exception inner) : base(message, inner)
    {
    }
}
