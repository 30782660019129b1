using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>A table of published results by the text of the architecture.</summary>
internal sealed class BenchmarkTable
{
    private const string ArchitectureColumn = "arch_str";
    private const string ValidationColumn = "cifar10_val_acc";
    private const string TestColumn = "cifar10_test_acc_seeds";
    private const double Million = 1e6;

    private readonly string _path;
    private readonly string[] _header;
    private readonly Dictionary<string, TableRow> _rows = new(StringComparer.Ordinal);

    private BenchmarkTable(string path, string[] header) => (_path, _header) = (path, header);

    /// <summary>How many architectures it has.</summary>
    public int Count => _rows.Count;

    /// <summary>Every row, in no order.</summary>
    public IReadOnlyCollection<TableRow> Rows => _rows.Values;

    /// <summary>Reads a table.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="latencyColumn">Column of the latency; rows have none when there is no such column and it is the usual one.</param>
    /// <exception cref="InputException">The file, a column or a row is not as it must be; the message names it.</exception>
    public static BenchmarkTable Load(string path, string latencyColumn)
    {
        BenchmarkTable? table = null;
        foreach (var (line, fields) in CsvFile.Read(path))
        {
            if (table is null)
            {
                table = new BenchmarkTable(path, fields);
                table.MustHave(ArchitectureColumn, ValidationColumn, TestColumn);
                if (latencyColumn != TableOptions.UsualLatency)
                {
                    table.MustHave(latencyColumn);
                }
            }
            else
            {
                table.Add(line, fields, latencyColumn);
            }
        }

        return table is { Count: > 0 } ? table : throw new InputException($"Table '{path}' has no rows; it must have a header and one row per architecture.");
    }

    /// <summary>What it says of an architecture.</summary>
    /// <param name="text">The space's own text form.</param>
    /// <param name="row">What it says.</param>
    public bool TryGet(string text, out TableRow row) => _rows.TryGetValue(text, out row);

    private void MustHave(params string[] columns)
    {
        foreach (var column in columns)
        {
            if (!_header.Contains(column))
            {
                throw new InputException($"Table '{_path}' has no column '{column}'; its columns are {string.Join(", ", _header)}.");
            }
        }
    }

    private void Add(int line, string[] fields, string latencyColumn)
    {
        if (fields.Length != _header.Length)
        {
            throw new InputException(
                $"Line {line} of table '{_path}' has {fields.Length} fields; it must have {_header.Length}, one per column.");
        }

        var row = new TableRow(
            Accuracy(line, ValidationColumn, Field(fields, ValidationColumn)),
            Field(fields, TestColumn).Split(';').Average(seed => Accuracy(line, TestColumn, seed)),
            Optional(line, fields, latencyColumn),
            Math.Round(Optional(line, fields, "macs_m") * Million),
            Math.Round(Optional(line, fields, "params_m") * Million));
        var architecture = Field(fields, ArchitectureColumn);
        if (!_rows.TryAdd(architecture, row))
        {
            throw new InputException($"Line {line} of table '{_path}' repeats the architecture '{architecture}'; each must be there once.");
        }
    }

    private double Accuracy(int line, string column, string text) =>
        Number(text) is >= 0 and <= 100 and var percent ? percent / 100 : throw Wrong(line, column, text, "a percentage from 0 to 100");

    private double Optional(int line, string[] fields, string column)
    {
        var text = Array.IndexOf(_header, column) < 0 ? "" : Field(fields, column);
        return text.Length == 0 ? double.NaN
            : Number(text) is >= 0 and var value ? value
            : throw Wrong(line, column, text, "a number from 0 on, or empty");
    }

    private string Field(string[] fields, string column) => fields[Array.IndexOf(_header, column)];

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private InputException Wrong(int line, string column, string text, string right) =>
        new($"Line {line} of table '{_path}' has '{text}' in column '{column}'; it must be {right}.");
}
