using System.Globalization;

namespace NasEngine.Contracts;

public sealed partial class DecisionSpace
{
    /// <summary>Every architecture once, in lexicographic order of the values.</summary>
    /// <param name="limit">The most architectures that are wanted.</param>
    /// <exception cref="InputException">The space has more than <paramref name="limit"/>.</exception>
    public IEnumerable<Architecture> Enumerate(long limit = 10_000_000)
    {
        if (Size > limit)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture,
                $"Space '{Id}' has {Size} architectures, more than the {limit} that can be listed; sample it instead."));
        }

        return Walk();
    }

    /// <summary>The architecture of a key such as <c>fbnetv2-f:0.2.1.-.3</c>.</summary>
    /// <exception cref="InputException">The key is of another space or another version of it.</exception>
    public Architecture FromKey(string key)
    {
        var cut = key.LastIndexOf(':');
        if (cut < 0 || key[..cut] != Id)
        {
            throw new InputException($"'{key}' is not an architecture of space '{Id}'; its key begins with '{Id}:'.");
        }

        var items = key[(cut + 1)..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        var values = new int[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i] == "-" ? Contracts.Architecture.Inactive
                : int.TryParse(items[i], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
                : throw new InputException($"Value {i + 1} of '{key}' is '{items[i]}'; it must be a whole number or '-'.");
        }

        var architecture = Architecture(values);
        return architecture.Key == key ? architecture : throw new InputException(
            $"'{key}' is not an architecture of this version of space '{Id}': its active decisions give '{architecture.Key}'.");
    }

    private IEnumerable<Architecture> Walk()
    {
        var values = new int[_counts.Length];
        int place;
        do
        {
            var next = Complete((int[])values.Clone(), null);
            yield return next;

            next.Values.CopyTo(values);
            place = values.Length - 1;
            while (place >= 0 && (values[place] < 0 || ++values[place] == _counts[place]))
            {
                values[place--] = Contracts.Architecture.Inactive;
            }
        }
        while (place >= 0);
    }
}
