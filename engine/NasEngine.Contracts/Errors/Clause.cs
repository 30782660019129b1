namespace NasEngine.Contracts;

/// <summary>Somebody else's message as a part of a sentence of ours.</summary>
public static class Clause
{
    /// <summary>The message on one line, without the mark that ends it.</summary>
    public static string Of(string message)
    {
        var lines = message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(' ', lines).TrimEnd('.', '!', ' ');
    }
}
