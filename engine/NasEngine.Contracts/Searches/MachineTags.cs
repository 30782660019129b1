namespace NasEngine.Contracts;

/// <summary>
/// What a machine is good for, in words of whoever runs it: <c>gpu</c>, <c>big</c>. In lower case, each once, in alphabetical order.
/// </summary>
public sealed record MachineTags
{
    /// <summary>Characters of a tag, at most.</summary>
    public const int Longest = 64;

    private const string Characters = "abcdefghijklmnopqrstuvwxyz0123456789-_.";

    private MachineTags(string text) => Text = text;

    /// <summary>No tag.</summary>
    public static MachineTags None { get; } = new("");

    /// <summary>The tags, joined by commas; empty where there is none.</summary>
    public string Text { get; }

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> All => Text.Length == 0 ? [] : Text.Split(',');

    /// <summary>Whether there is none.</summary>
    public bool IsNone => Text.Length == 0;

    /// <summary>Reads tags that are joined by commas; of capital letters the small ones are meant.</summary>
    /// <exception cref="InputException">One of them is empty, longer than <see cref="Longest"/>, or has other characters.</exception>
    public static MachineTags Parse(string text)
    {
        string[] tags = [.. text.Split(',').Select(tag => tag.Trim().ToLowerInvariant())];
        return Array.Find(tags, tag => tag.Length is 0 or > Longest || !tag.All(Characters.Contains)) is { } wrong
            ? throw new InputException(
                $"'{wrong}' is no tag of a machine; a tag is 1 to {Longest} letters, digits, '-', '_' or '.', and several are joined by "
                + "commas: gpu,big.")
            : Of(tags);
    }

    /// <summary>Whether all tags that are wanted are among these.</summary>
    public bool Have(MachineTags wanted)
    {
        if (wanted.IsNone)
        {
            return true;
        }

        foreach (var tag in wanted.Text.AsSpan().Split(','))
        {
            if (!Has(wanted.Text.AsSpan(tag)))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool Has(ReadOnlySpan<char> wanted)
    {
        foreach (var tag in Text.AsSpan().Split(','))
        {
            if (wanted.SequenceEqual(Text.AsSpan(tag)))
            {
                return true;
            }
        }

        return false;
    }

    private static MachineTags Of(IEnumerable<string> tags) =>
        new(string.Join(',', tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
}
