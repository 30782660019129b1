namespace NasEngine.Contracts;

/// <summary>Words for messages about a name that is not known.</summary>
public static class Suggest
{
    private const int LeastPart = 3, MostAlike = 4;

    /// <summary>
    /// What would be right instead of <paramref name="wrong"/>: the nearest known name when it is within three edits, else the few
    /// that have it in them, else all, e.g. <c>did you mean 'lambda'?</c> or <c>known: fp-nas, parsec</c>.
    /// </summary>
    public static string Instead(string wrong, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? "none is known"
            : Nearest(wrong, names) is { } nearest ? $"did you mean '{nearest}'?"
            : Containing(wrong, names) is { Length: > 0 and <= MostAlike } alike ? $"did you mean '{string.Join("' or '", alike)}'?"
            : $"known: {string.Join(", ", names)}";
    }

    /// <summary>The known name that is nearest to <paramref name="wrong"/> when it is within three edits; else null.</summary>
    public static string? Nearest(string wrong, IEnumerable<string> known) =>
        known.Order(StringComparer.Ordinal).MinBy(name => Distance(wrong, name)) is { } nearest
            && Distance(wrong, nearest) <= Math.Min(3, wrong.Length / 2) ? nearest : null;

    private static string[] Containing(string wrong, IEnumerable<string> names) =>
        [.. names.Where(name => wrong.Length >= LeastPart && name.Contains(wrong, StringComparison.OrdinalIgnoreCase))];

    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + same);
            }

            previous = current;
        }

        return previous[^1];
    }
}
