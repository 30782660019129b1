using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using NasEngine.Contracts;
using NasEngine.Host.Importing;
using NasEngine.Host.Output;

namespace NasEngine.Host.Studies;

/// <summary>A study as a table that recipes look results up in, and the recipe that makes a search of it.</summary>
/// <param name="Study">The study.</param>
/// <param name="Space">The space of its architectures.</param>
/// <param name="Metrics">Names of its values.</param>
internal sealed record StudyTable(Study Study, ISearchSpace Space, ImmutableArray<string> Metrics)
{
    private const string Template = "templates/study.csx.template";

    private readonly (string Text, double[][] Values)[] _rows = [.. Study.Trials
        .Select(trial => (Text: Space.Format(trial.In(Space.Decisions)), Values: Sound(trial, Metrics)))
        .GroupBy(trial => trial.Text, trial => trial.Values)
        .Select(same => (
            same.Key, Enumerable.Range(0, Metrics.Length).Select(value => same.Select(values => values[value]).ToArray()).ToArray()))];

    /// <summary>How many architectures it has.</summary>
    public int Count => _rows.Length;

    /// <summary>As <c>nas import table</c> writes them; several values where a study tried an architecture again.</summary>
    public string Csv() => string.Join('\n', [
        string.Join(',', Metrics.Prepend(TableImport.First)),
        .. _rows.Select(row => string.Join(',', row.Values
            .Select(values => string.Join(';', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))))
            .Prepend($"\"{row.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))), ""]);

    /// <summary>A recipe whose search tries the study's architectures in its order.</summary>
    /// <param name="name">Of the search and of the table.</param>
    /// <param name="options">Of the space.</param>
    public string Recipe(string name, OptionBag options)
    {
        using var reader = new StreamReader(typeof(StudyTable).Assembly.GetManifestResourceStream(Template)!);
        var objective = $"{Word(0)}.Metric(\"{Metrics[0]}\")"
            + string.Concat(Metrics.Skip(1).Select((metric, place) => $".Against(\"{metric}\", Direction.{Word(place + 1)})"));
        var named = options.Values.Select(pair =>
            $"{char.ToUpperInvariant(pair.Key[0])}{pair.Key[1..]} = {SymbolDisplay.FormatLiteral(pair.Value, quote: true)}");
        var set = options.Values.IsEmpty ? "" : $", new {{ {string.Join(", ", named)} }}";
        return reader.ReadToEnd()
            .Replace("__name__", name, StringComparison.Ordinal)
            .Replace("__space__", Space.Decisions.Id, StringComparison.Ordinal)
            .Replace("__options__", set, StringComparison.Ordinal)
            .Replace("__objective__", objective, StringComparison.Ordinal)
            .Replace("__count__", Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("__architectures__", string.Join(";\n        ", _rows.Select(row => row.Text)), StringComparison.Ordinal);
    }

    /// <exception cref="InputException">A value cannot be what it is said to be.</exception>
    private static ImmutableArray<double> Sound(StudyTrial trial, ImmutableArray<string> metrics)
    {
        foreach (var (metric, value) in metrics.Zip(trial.Values))
        {
            if (KnownMetrics.MustBe(metric, value) is { } right)
            {
                throw new InputException(FormattableString.Invariant(
                    $"Trial {trial.Number} of the study has {value}, and '{metric}' is {right}; give it another name by --metric."));
            }
        }

        return trial.Values;
    }

    private string Word(int value) => Study.Directions[value] == Direction.Maximize ? "Maximize" : "Minimize";
}
