using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>What checks say when something does not hold.</summary>
internal static class Must
{
    /// <summary>Something holds.</summary>
    /// <exception cref="NotConformingException">It does not.</exception>
    public static void Hold(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new NotConformingException(otherwise);
        }
    }

    /// <summary>Two lists are the same; where they are not, the first place is named at which they differ.</summary>
    /// <exception cref="NotConformingException">They are not.</exception>
    public static void Equal<T>(IEnumerable<T> found, IEnumerable<T> expected, string otherwise)
    {
        T[] one = [.. found], other = [.. expected];
        var place = one.Zip(other).TakeWhile(pair => EqualityComparer<T>.Default.Equals(pair.First, pair.Second)).Count();
        Hold(
            place == one.Length && place == other.Length,
            $"{otherwise}: {At(one, place)} in place of {At(other, place)}, at place {place}");
    }

    /// <summary>No two of them are the same.</summary>
    /// <exception cref="NotConformingException">Two are.</exception>
    public static void BeUnique<T>(IEnumerable<T> found, string otherwise)
    {
        var seen = new HashSet<T>();
        foreach (var one in found)
        {
            Hold(seen.Add(one), $"{otherwise}: {one}");
        }
    }

    /// <summary>Something is refused, in a sentence.</summary>
    /// <param name="act">It.</param>
    /// <param name="word">A word that the sentence has; empty for any sentence.</param>
    /// <param name="otherwise">What it does instead, to be followed by what came.</param>
    /// <exception cref="NotConformingException">It is not, or otherwise.</exception>
    public static void BeRefused(Action act, string word, string otherwise)
    {
        try
        {
            act();
        }
        catch (InputException refused)
        {
            Hold(refused.Message.Contains(word, StringComparison.Ordinal), $"{otherwise}: \"{refused.Message}\" does not name '{word}'");
            return;
        }
        catch (Exception other)
        {
            throw new NotConformingException($"{otherwise}: {other.GetType().Name}: {other.Message}");
        }

        throw new NotConformingException($"{otherwise}: nothing is thrown");
    }

    private static string At<T>(T[] all, int place) => place < all.Length ? $"{all[place]}" : "nothing";
}
