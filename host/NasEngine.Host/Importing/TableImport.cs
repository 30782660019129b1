using System.Globalization;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using nietras.SeparatedValues;

namespace NasEngine.Host.Importing;

/// <summary>A table of results as its owner has it, and what its columns are.</summary>
/// <param name="File">CSV with a header, plain or gzip.</param>
/// <param name="Space">The space of its architectures.</param>
/// <param name="Architecture">Column of the architecture in the space's text form.</param>
/// <param name="Metrics">Metrics with the columns that hold them; a field may hold several numbers, joined by ';'.</param>
internal sealed record TableImport(
    InputFile File, ISearchSpace Space, string Architecture, IReadOnlyList<(string Metric, string Column)> Metrics)
{
    /// <summary>Column of the first field in what is written.</summary>
    public const string First = "architecture";

    /// <summary>Of accuracies; null where there is none.</summary>
    private double? _largest;

    /// <summary>What stands between the fields.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether accuracies are percentages.</summary>
    public bool IsPercent { get; init; }

    /// <summary>
    /// Writes the table with a column per metric, named as the engine names it, and the architectures as the space writes them.
    /// </summary>
    /// <returns>How many architectures it has.</returns>
    /// <exception cref="InputException">The file, a column or a row is not as it must be; the message names it.</exception>
    public int Write(TextWriter to) => File.Read(content =>
    {
        try
        {
            return Write(content, to);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InputException($"Table '{File.Path}' is not text in UTF-8; save it as such.", wrong);
        }
    });

    private int Write(Stream content, TextWriter to)
    {
        using var text = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var reader = Sep.New(Separator).Reader(usual => usual with
        {
            HasHeader = false, Unescape = true, Trim = SepTrim.All, DisableColCountCheck = true,
        }).From(text);
        var (known, columns, width) = (new HashSet<Architecture>(), Array.Empty<int>(), 0);
        foreach (var row in reader)
        {
            var fields = row[..].ToStringsArray();
            if (width == 0)
            {
                (columns, width) = (Columns(fields), fields.Length);
                to.WriteLine(string.Join(',', [First, .. Metrics.Select(metric => metric.Metric)]));
            }
            else if (row.Span.Length > 0)
            {
                var line = FormattableString.Invariant($"Line {row.LineNumberFrom} of table '{File.Path}'");
                var architecture = fields.Length == width ? Parse(line, fields[columns[0]]) : throw new InputException(
                    $"{line} has {fields.Length} fields; it must have {width}, one per column.");
                if (!known.Add(architecture))
                {
                    throw new InputException($"{line} repeats the architecture '{fields[columns[0]]}'; each must be there once.");
                }

                to.WriteLine(string.Join(',', [
                    Quoted(Space.Format(architecture)),
                    .. Metrics.Select((metric, place) => Values(line, metric.Metric, metric.Column, fields[columns[place + 1]]))]));
            }
        }

        return known.Count == 0
            ? throw new InputException($"Table '{File.Path}' has no rows; it must have a header and one row per architecture.")
            : IsPercent && _largest <= 0.01
            ? throw new InputException(
                $"No accuracy of table '{File.Path}' is over 1 %: they are fractions, it seems; import it without percentages.")
            : known.Count;
    }

    private int[] Columns(string[] header) => [.. Metrics.Select(metric => metric.Column).Prepend(Architecture).Select(column =>
        header.Count(one => one == column) switch
        {
            1 => Array.IndexOf(header, column),
            0 => throw new InputException($"Table '{File.Path}' has no column '{column}': {Suggest.Instead(column, header)}"),
            _ => throw new InputException($"Table '{File.Path}' has two columns '{column}'; each must be there once."),
        })];

    private Architecture Parse(string line, string text)
    {
        try
        {
            return Space.Parse(text);
        }
        catch (InputException strange)
        {
            throw new InputException($"{line} is of no architecture of space '{Space.Decisions.Id}': {strange.Message}", strange);
        }
    }

    private string Values(string line, string metric, string column, string field) => field.Length == 0 ? "" : string.Join(
        ';', field.Split(';').Select(text => Value(line, metric, column, text).ToString("R", CultureInfo.InvariantCulture)));

    private double Value(string line, string metric, string column, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            throw new InputException($"{line} has '{text}' in column '{column}'; it must be a number, several joined by ';', or empty"
                + (text.Count(letter => letter == ',') == 1 ? ", with a point where decimals begin." : "."));
        }

        var isShare = metric is MetricNames.ValidationAccuracy or MetricNames.TestAccuracy;
        value = isShare && IsPercent ? value / 100 : value;
        _largest = isShare ? Math.Max(_largest ?? value, value) : _largest;
        return KnownMetrics.MustBe(metric, value) is not { } right ? value : throw new InputException(
            $"{line} has {text} in column '{column}', and '{metric}' is {right}"
            + $"{(isShare ? "; percentages are imported with --percent" : "")}.");
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
