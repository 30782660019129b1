using System.Collections.Immutable;
using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Importing;
using NasEngine.Host.Making;
using NasEngine.Host.Output;
using NasEngine.Host.Studies;

namespace NasEngine.Host.Commands.Studies;

/// <summary><c>nas study import</c>: an Optuna study as a search that others start from.</summary>
internal static class StudyImportCommand
{
    private static readonly Argument<string> Source = new("file") { Description = "Optuna's storage, a file of SQLite." };

    private static readonly Option<string?> Name = new("--study")
    {
        Description = "The study, where there are several.",
        HelpName = "STUDY",
    };

    private static readonly Option<string> As = new("--name") { Description = "Name of the search.", HelpName = "SEARCH", Required = true };

    private static readonly Option<string> Space = new("--space")
    {
        Description = "Id of the space whose decisions have the names of the study's parameters.",
        HelpName = "SPACE",
        Required = true,
    };

    private static readonly Option<string[]> Metric = new("--metric")
    {
        Description = "What one of the study's values is, such as val_accuracy; as often as it has values, in their order.",
        HelpName = "METRIC",
    };

    private static readonly Option<string[]> Set = new("--set") { Description = "An option of the space.", HelpName = "NAME=VALUE" };

    public static Command Create()
    {
        var command = new Command("import", "Take over an Optuna study: writes a recipe that makes a search of it.")
        {
            Source, Name, As, Space, Metric, Set,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var (file, name) = (parsed.GetValue(Source)!, parsed.GetValue(As)!);
        var study = Study.Read(file, parsed.GetValue(Name));
        if (study.Trials.IsEmpty)
        {
            throw new InputException($"The study of '{file}' has no completed trial with finite values; there is nothing to take over.");
        }

        var options = NamedValues.Parse(parsed.GetValue(Set) ?? [], "Option");
        var services = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []);
        var space = services.Catalog.Space(new ComponentSpec(parsed.GetValue(Space)!, options));
        var table = new StudyTable(study, space, Metrics(parsed.GetValue(Metric) ?? [], study));
        var path = ImportedTables.Path(parsed.GetValue(CommonOptions.Workspace)!, name);
        Template.Write(new Dictionary<string, string> { [name + ".csx"] = table.Recipe(name, options) }, ".");
        ImportedTables.Write(path, table.Csv());
        Console.WriteLine(FormattableString.Invariant($"{study.Trials.Length:#,0} trials of {table.Count:#,0} architectures. ")
            + (study.LeftOut == 0 ? "" : FormattableString.Invariant($"{study.LeftOut:#,0} without a finite value are left out. "))
            + $"Make a search of them: nas run {name}.csx");
        return ExitCode.Done;
    }

    private static ImmutableArray<string> Metrics(string[] named, Study study) =>
        named.Length != study.Directions.Length
            ? throw new InputException(
                $"The study has {study.Directions.Length} values a trial and --metric names {named.Length}; name each, in their order: "
                + "--metric val_accuracy.")
        : named.FirstOrDefault(metric => !KnownMetrics.IsName(metric)) is { } wrong
            ? throw new InputException(
                $"'{wrong}' is no name of a metric; it must have no blanks, commas, semicolons or quotation marks.")
        : named.Distinct().Count() < named.Length
            ? throw new InputException("--metric names two values of the study alike; give each a name of its own.")
        : [.. named];
}
