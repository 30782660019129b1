using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>What a table says of the architectures of a space, whatever way it spells them.</summary>
internal sealed class KnownResults
{
    private const int MostCounted = 1_000_000;

    private readonly Dictionary<Architecture, TableRow> _rows = [];
    private readonly NetworksOf _networks;

    /// <summary>Reads every architecture of the table.</summary>
    /// <exception cref="InputException">None is one of the space, or two texts say the same one.</exception>
    public KnownResults(BenchmarkTable table, string path, ISearchSpace searched)
    {
        _networks = new NetworksOf(searched);
        var space = _networks.Space;
        string? strange = null;
        foreach (var (text, row) in table.Rows)
        {
            if (Parse(space, text) is not { } architecture)
            {
                strange ??= text;
            }
            else if (!_rows.TryAdd(architecture, row))
            {
                throw new InputException(
                    $"Table '{path}' has two rows for the architecture '{space.Format(architecture)}', one of them as '{text}'; each must "
                    + "be there once.");
            }
        }

        if (_rows.Count == 0)
        {
            throw new InputException(
                $"None of the {table.Count} rows of table '{path}' is of an architecture of space '{space.Decisions.Id}'; the first is of "
                + $"'{strange}', and the space writes '{space.Format(space.Decisions.Sample(RandomSource.For(0, 0, "example")))}'.");
        }

        Remarks = [.. Remark(table, path, space, strange)];
    }

    /// <summary>What users may not expect of it, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Names of the metrics that any row has.</summary>
    public IReadOnlyList<string> Metrics => [.. _rows.Values.SelectMany(row => row.ToMeasurement().Metrics.Keys).Distinct()];

    /// <summary>What the table says of an architecture; null when it has no row for it.</summary>
    public TableRow? this[Architecture architecture] => _rows.TryGetValue(_networks[architecture], out var row) ? row : null;

    private IEnumerable<string> Remark(BenchmarkTable table, string path, ISearchSpace space, string? strange)
    {
        if (strange is not null)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{table.Count - _rows.Count:#,0} of the {table.Count:#,0} rows of table '{path}' are of no architecture of space "
                + $"'{space.Decisions.Id}', such as '{strange}'.");
        }

        if (space.Decisions.Size <= MostCounted && space.Decisions.Size > _rows.Count)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Table '{path}' has results of {_rows.Count:#,0} of the {space.Decisions.Size:#,0} architectures of space "
                + $"'{space.Decisions.Id}'; trials of others fail.");
        }
    }

    private static Architecture? Parse(ISearchSpace space, string text)
    {
        try
        {
            return space.Parse(text);
        }
        catch (InputException)
        {
            return null;
        }
    }
}
