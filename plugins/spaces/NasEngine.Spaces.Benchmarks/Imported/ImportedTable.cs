using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NasEngine.Contracts;
using nietras.SeparatedValues;

namespace NasEngine.Spaces.Benchmarks.Imported;

/// <summary>Metrics of architectures of a space, as <c>nas import table</c> wrote them.</summary>
internal sealed class ImportedTable
{
    private const char SeedSeparator = ';';

    private readonly Dictionary<Architecture, ImmutableArray<(string Metric, double[] Values)>> _rows = [];
    private readonly NetworksOf _networks;

    /// <summary>Reads a table.</summary>
    /// <exception cref="InputException">It is none, or of another space.</exception>
    public ImportedTable(InputFile file, ISearchSpace searched)
    {
        _networks = new NetworksOf(searched);
        Path = file.Path;
        file.Read(content =>
        {
            using var text = new StreamReader(content, Encoding.UTF8);
            using var reader = Sep.New(',').Reader(usual => usual with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
                .From(text);
            string[]? header = null;
            foreach (var row in reader)
            {
                var fields = row[..].ToStringsArray();
                if (header is null)
                {
                    header = fields.Distinct().Count() == fields.Length ? fields : throw Wrong("has a column twice");
                }
                else
                {
                    Add(header, fields, _networks.Space);
                }
            }

            return 0;
        });
        if (_rows.Count == 0)
        {
            throw Wrong("has no rows");
        }
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>How many architectures it has.</summary>
    public int Count => _rows.Count;

    /// <summary>Names of the metrics that any architecture has.</summary>
    public IReadOnlyList<string> Metrics => [.. _rows.Values.SelectMany(row => row.Select(one => one.Metric)).Distinct()];

    /// <summary>Metrics of an architecture, each with its values; default when it has no row.</summary>
    public ImmutableArray<(string Metric, double[] Values)> this[Architecture architecture] =>
        _rows.GetValueOrDefault(_networks[architecture]);

    private void Add(string[] header, string[] fields, ISearchSpace space)
    {
        if (fields.Length != header.Length || header.Length < 2)
        {
            throw Wrong($"has a row of {fields.Length} fields under a header of {header.Length}");
        }

        var metrics = ImmutableArray.CreateBuilder<(string, double[])>();
        for (var column = 1; column < header.Length; column++)
        {
            if (fields[column].Length > 0)
            {
                metrics.Add((header[column], [.. fields[column].Split(SeedSeparator).Select(Number)]));
            }
        }

        if (!_rows.TryAdd(Parse(fields[0], space), metrics.ToImmutable()))
        {
            throw Wrong($"has the architecture '{fields[0]}' twice");
        }
    }

    private Architecture Parse(string text, ISearchSpace space)
    {
        try
        {
            return space.Parse(text);
        }
        catch (InputException strange)
        {
            throw new InputException(
                $"Table '{Path}' was imported for another space than '{space.Decisions.Id}': {strange.Message}", strange);
        }
    }

    private double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Wrong($"has '{text}' for a number");

    private InputException Wrong(string what) => new($"Table '{Path}' {what}; import it again by 'nas import table'.");
}
