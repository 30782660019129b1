using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Importing;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Importing;

/// <summary><c>nas import table</c>: a table of results for <c>.Estimator(Table("NAME"))</c>.</summary>
internal static class ImportTableCommand
{
    private static readonly Argument<string> Source = new("file")
    {
        Description = "CSV with a header and a row per architecture, plain or .gz.",
    };

    private static readonly Option<string> Name = new("--name")
    {
        Description = "Its name in recipes.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<string?> Format = new("--format")
    {
        Description = $"A published format that says what its columns are: {string.Join(" or ", PublishedColumns.Names)}.",
        HelpName = "FORMAT",
    };

    private static readonly Option<string> Space = new("--space")
    {
        Description = "Id of the space of its architectures.",
        HelpName = "SPACE",
        Required = true,
    };

    private static readonly Option<string?> Architecture = new("--arch")
    {
        Description = "Column of the architecture in the space's text form; 'nas space sample SPACE' shows that.",
        HelpName = "COLUMN",
    };

    private static readonly Option<string[]> Metric = new("--metric")
    {
        Description = "A metric and the column that holds it, such as val_accuracy=acc; may be given more than once.",
        HelpName = "NAME=COLUMN",
    };

    private static readonly Option<string?> Cost = new("--cost")
    {
        Description = "Column of the seconds that a training took, which count as virtual time.",
        HelpName = "COLUMN",
    };

    private static readonly Option<bool> Percent = new("--percent") { Description = "Accuracies are percentages." };

    private static readonly Option<string> Separator = new("--separator")
    {
        Description = "What stands between the fields: comma, semicolon or tab.",
        DefaultValueFactory = _ => "comma",
        HelpName = "WORD",
    };

    private static readonly Option<string[]> Set = new("--set") { Description = "An option of the space.", HelpName = "NAME=VALUE" };

    public static Command Create()
    {
        var command = new Command(
            ImportKind.Table.ToString().ToLowerInvariant(),
            "Take over a table of results, for recipes that look results up instead of training.")
        {
            Source, Name, Format, Space, Architecture, Metric, Cost, Percent, Separator, Set, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var import = Read(parsed);
        var path = ImportedTables.Path(parsed.GetValue(CommonOptions.Workspace)!, parsed.GetValue(Name)!);
        var text = new StringWriter { NewLine = "\n" };
        var rows = import.Write(text);
        if (ImportedTables.Write(path, text.ToString()))
        {
            Console.Error.WriteLine(
                $"It replaces another table '{parsed.GetValue(Name)}'; searches that read that one and have not ended cannot go on.");
        }

        Console.WriteLine(parsed.GetValue(CommonOptions.Json)
            ? JsonText.Write(json =>
            {
                json.WriteString("name", parsed.GetValue(Name));
                json.WriteNumber("rows", rows);
                json.WriteString("path", path);
            })
            : FormattableString.Invariant($"{rows:#,0} architectures of space '{import.Space.Decisions.Id}' with {Listed(import)}: ")
                + $".Estimator(Table(\"{parsed.GetValue(Name)}\"))");
        return ExitCode.Done;
    }

    /// <exception cref="InputException">A metric cannot be called so, or what counts as virtual time is named twice.</exception>
    private static void MustBeNames((string Metric, string Column)[] metrics, bool hasCost)
    {
        if (metrics.FirstOrDefault(one => !KnownMetrics.IsName(one.Metric)) is { Metric: { } wrong })
        {
            throw new InputException($"'{wrong}' is no name of a metric; it must have no blanks, commas, semicolons or quotation marks.");
        }

        if (hasCost && metrics.Any(one => one.Metric == MetricNames.VirtualSeconds))
        {
            throw new InputException($"--cost and --metric {MetricNames.VirtualSeconds}=… say the same; give one of them.");
        }
    }

    private static string Listed(TableImport import) => string.Join(", ", import.Metrics.Select(metric => metric.Metric));

    private static TableImport Read(ParseResult parsed)
    {
        var known = parsed.GetValue(Format) is { } format ? PublishedColumns.Of(format) : null;
        var services = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []);
        var space = services.Catalog.Space(
            new ComponentSpec(parsed.GetValue(Space)!, NamedValues.Parse(parsed.GetValue(Set) ?? [], "Option")));
        (string Metric, string Column)[] metrics =
        [
            .. NamedValues.Parse(parsed.GetValue(Metric) ?? [], "Metric", "--metric NAME=COLUMN").Values.Select(
                pair => (pair.Key, pair.Value)),
        ];
        metrics = metrics.Length > 0 ? metrics : known is null ? [] : [.. known.Metrics];
        MustBeNames(metrics, parsed.GetValue(Cost) is not null);
        return new TableImport(
            new InputFile("file", "'import table'", parsed.GetValue(Source)!), space,
            parsed.GetValue(Architecture) ?? known?.Architecture ?? throw new InputException(
                "The column of the architecture is not named; write --arch COLUMN, or --format."),
            parsed.GetValue(Cost) is { } cost ? [.. metrics, (MetricNames.VirtualSeconds, cost)] : metrics.Length > 0 ? metrics
                : throw new InputException("No metric is named; write --metric val_accuracy=COLUMN, or --format."))
        {
            IsPercent = parsed.GetValue(Percent) || (known?.IsPercent ?? false),
            Separator = parsed.GetValue(Separator) switch
            {
                "comma" => ',',
                "semicolon" => ';',
                "tab" => '\t',
                var other => throw new InputException(
                    $"'--separator {other}' is none: {Suggest.Instead(other!, ["comma", "semicolon", "tab"])}"),
            },
        };
    }
}
