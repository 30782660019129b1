using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>A table of published results by the text of the architecture.</summary>
internal sealed class BenchmarkTable
{
    private const double MostMacs = 1e12;
    private const double MostParameters = 1e11;
    private const double LongestLatency = 1e6;

    private readonly TableOptions _options;
    private readonly string[] _header;
    private readonly Dictionary<string, TableRow> _rows = new(StringComparer.Ordinal);

    private BenchmarkTable(TableOptions options, string[] header) => (_options, _header) = (options, header);

    /// <summary>How many architectures it has.</summary>
    public int Count => _rows.Count;

    /// <summary>Every row by the text of its architecture, in the order of the table.</summary>
    public IReadOnlyDictionary<string, TableRow> Rows => _rows;

    /// <summary>Reads a table.</summary>
    /// <exception cref="InputException">The file, a column, a unit or a row is not as it must be; the message names it.</exception>
    public static BenchmarkTable Load(TableOptions options)
    {
        var lines = TableRows.Read(options.Table, options);
        var path = options.Table.Path;
        if (lines.Count < 2)
        {
            throw new InputException($"Table '{path}' has no rows; it must have a header and one row per architecture.");
        }

        var table = new BenchmarkTable(options, lines[0].Fields);
        table.CheckHeader();
        foreach (var (place, fields) in lines.Skip(1))
        {
            table.Add(place, fields);
        }

        table.CheckAccuracies();
        return table;
    }

    private string Path => _options.Table.Path;

    private TableFormat Format => _options.Format;

    private string[] TestColumns => Format.Test.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void CheckHeader()
    {
        if (_header.GroupBy(column => column).FirstOrDefault(same => same.Count() > 1) is { } doubled)
        {
            throw new InputException($"Table '{Path}' has two columns '{doubled.Key}'; each must be there once.");
        }

        if (Format.Validation.Length == 0 && TestColumns.Length == 0)
        {
            throw new InputException(
                $"No column of table '{Path}' is named for accuracies; name one by option 'validation' or 'test': {Named}.");
        }

        string[] needed = [Format.Architecture, .. TestColumns, .. _options.Asked];
        foreach (var column in Format.Validation.Length > 0 ? [Format.Architecture, Format.Validation, .. needed] : needed)
        {
            if (!_header.Contains(column))
            {
                throw new InputException(
                    $"Table '{Path}' has no column '{column}'; its columns are {Named}. Options 'architecture', 'validation', 'test', "
                    + "'macs', 'params' and 'latency' of estimator 'table' name others, option 'format' those of "
                    + $"{string.Join(" or ", TableFormat.Names)}.");
            }
        }
    }

    private string Named => string.Join(", ", _header);

    private void Add(string place, string[] fields)
    {
        if (fields.Length != _header.Length)
        {
            throw new InputException(
                $"{place} of table '{Path}' has {fields.Length} fields; it must have {_header.Length}, one per column.");
        }

        string Field(string column) => fields[Array.IndexOf(_header, column)];

        double[] tests = [.. TestColumns.SelectMany(column => Seeds(Field(column)).Select(seed => Accuracy(place, column, seed)))];
        var row = new TableRow(
            Format.Validation.Length > 0 ? Accuracy(place, Format.Validation, Field(Format.Validation)) : double.NaN,
            tests.Length > 0 ? tests.Average() : double.NaN,
            Quantity(place, fields, Format.Latency, TableUnits.Time(_options.LatencyUnit), LongestLatency, "'latencyUnit'"),
            Things(place, fields, Format.Macs, Format.MacsUnit, MostMacs, "'macsUnit'"),
            Things(place, fields, Format.Parameters, Format.ParametersUnit, MostParameters, "'paramsUnit'"));
        if (!_rows.TryAdd(Field(Format.Architecture), row))
        {
            throw new InputException(
                $"{place} of table '{Path}' repeats the architecture '{Field(Format.Architecture)}'; each must be there once.");
        }
    }

    private string[] Seeds(string field) => _options.SeedSeparator.Length > 0 ? field.Split(_options.SeedSeparator) : [field];

    private double Accuracy(string place, string column, string text)
    {
        var most = _options.Accuracy == TableUnits.Percent ? 100 : 1;
        return Number(text) is >= 0 and var value && value <= most ? value / most : throw Wrong(
            place, column, text,
            most == 1 ? "a fraction from 0 to 1; percentages are read by option 'accuracy' = 'percent'" : "a percentage from 0 to 100");
    }

    /// <summary>Percentages of which none is over one are none.</summary>
    private void CheckAccuracies()
    {
        var all = _rows.Values.SelectMany(row => new[] { row.ValidationAccuracy, row.TestAccuracy }).Where(double.IsFinite);
        if (_options.Accuracy == TableUnits.Percent && all.All(one => one <= 0.01))
        {
            throw new InputException(
                $"No accuracy of table '{Path}' is over 1 %: they are fractions, it seems; say so by option 'accuracy' = 'fraction' of "
                + "estimator 'table'.");
        }
    }

    private double Things(string place, string[] fields, string column, string unit, double most, string option)
    {
        var count = Quantity(place, fields, column, TableUnits.Count(unit), most, option);
        return double.IsNaN(count) || unit != TableUnits.One || double.IsInteger(count) ? Math.Round(count)
            : throw Wrong(
                place, column, fields[Array.IndexOf(_header, column)], $"a whole number; another unit is named by option {option}");
    }

    private double Quantity(string place, string[] fields, string column, double unit, double most, string option)
    {
        var text = Array.IndexOf(_header, column) is >= 0 and var at ? fields[at] : "";
        return text.Length == 0 ? double.NaN
            : Number(text) is not (>= 0 and var value) ? throw Wrong(place, column, text, "a number from 0 on, or empty")
            : value * unit <= most ? value * unit
            : throw Wrong(place, column, text, $"less in this unit, which option {option} names");
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private InputException Wrong(string place, string column, string text, string right) =>
        new($"{place} of table '{Path}' has '{text}' in column '{column}'; it must be {right}.");
}
