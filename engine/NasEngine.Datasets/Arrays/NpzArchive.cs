using System.IO.Compression;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>The arrays of an NPZ file by name, and which of them are examples and labels of a part.</summary>
internal sealed class NpzArchive
{
    private static readonly (string Examples, string Labels)[] Pairs = [("x", "y"), ("images", "labels"), ("data", "target")];

    private readonly string _name;
    private readonly SortedDictionary<string, NpyArray> _arrays;

    private NpzArchive(string name, SortedDictionary<string, NpyArray> arrays) => (_name, _arrays) = (name, arrays);

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It cannot be read, or holds something else.</exception>
    public static NpzArchive Read(InputFile file) => file.Read(content =>
    {
        var name = $"Data file '{file.Path}'";
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        whole.Position = 0;
        var arrays = new SortedDictionary<string, NpyArray>(StringComparer.Ordinal);
        try
        {
            using var archive = new ZipArchive(whole, ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".npy", StringComparison.Ordinal)))
            {
                if (!arrays.TryAdd(Path.GetFileNameWithoutExtension(entry.Name), Array(entry, name)))
                {
                    throw new InputException($"{name} has two arrays '{entry.Name}'; it must have one of a name.");
                }
            }
        }
        catch (InvalidDataException damage)
        {
            throw new InputException($"{name} is no whole NPZ file, as numpy.savez writes it.", damage);
        }

        return new NpzArchive(name, arrays);
    });

    /// <summary>Examples and labels of a part; null where there are none.</summary>
    /// <param name="part">train, val or test; none for a file that does not say.</param>
    /// <exception cref="InputException">One has no other, or they are not as many.</exception>
    public (NpyArray Examples, NpyArray Labels)? Part(string part)
    {
        foreach (var (examples, labels) in Pairs)
        {
            foreach (var (one, other) in part.Length == 0
                ? [(examples, labels)]
                : new[] { ($"{examples}_{part}", $"{labels}_{part}"), ($"{part}_{examples}", $"{part}_{labels}") })
            {
                if (_arrays.TryGetValue(one, out var found))
                {
                    return Checked(one, found, other);
                }
            }
        }

        return null;
    }

    /// <summary>What is wrong where there is nothing to train on.</summary>
    public InputException Nothing() => new(
        $"{_name} has the arrays {(_arrays.Count == 0 ? "–" : string.Join(", ", _arrays.Keys))}; it must have x_train and y_train, "
        + "train_images and train_labels, or x and y, and may have the same for val and test.");

    private (NpyArray Examples, NpyArray Labels) Checked(string one, NpyArray examples, string other)
    {
        if (!_arrays.TryGetValue(other, out var labels))
        {
            throw new InputException($"{_name} has '{one}' and no '{other}'; there must be a label for each example.");
        }

        if (examples.Shape.Length == 0 || examples.Shape.Contains(0))
        {
            throw new InputException(
                $"{_name} has nothing in '{one}', whose shape is ({string.Join(", ", examples.Shape)}); there must be examples.");
        }

        return examples.Count == labels.Count && labels.Shape.Skip(1).All(size => size == 1)
            ? (examples, labels)
            : throw new InputException(
                $"{_name} has '{one}' of {string.Join(" × ", examples.Shape)} and '{other}' of {string.Join(" × ", labels.Shape)}; there "
                + $"must be one label for each example.");
    }

    private static NpyArray Array(ZipArchiveEntry entry, string name)
    {
        using var content = entry.Open();
        using var whole = new MemoryStream();
        content.CopyTo(whole);
        try
        {
            return NpyReader.Read(whole.ToArray());
        }
        catch (InvalidDataException wrong)
        {
            throw new InputException($"Array '{entry.Name}' of {char.ToLowerInvariant(name[0])}{name[1..]} {wrong.Message}.", wrong);
        }
    }
}
