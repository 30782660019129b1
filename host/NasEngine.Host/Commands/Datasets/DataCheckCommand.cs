using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Datasets;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands.Datasets;

/// <summary><c>nas data check</c>: sizes, classes, counts, examples that are there twice, files that cannot be read.</summary>
internal static class DataCheckCommand
{
    private static readonly Argument<string> Place = new("path")
    {
        Description = "A folder of pictures or of IDX files, a table (.csv, .tsv, .parquet), texts (.txt), or a file of NumPy (.npz).",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "An option of the data set, such as target=price or size=64; 'nas plugins show csv' lists those of a table.",
        HelpName = "NAME=VALUE",
    };

    private static readonly Option<string?> Sheet = new("--sheet")
    {
        Description = "Write a contact sheet: a row per class, of its first pictures as networks see them.",
        HelpName = "FILE.png",
    };

    public static Command Create()
    {
        var command = new Command(
            "check", "Say what is in data: sizes, classes, counts, examples that are there twice, files that cannot be read.")
        {
            Place, Set, Sheet, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var place = parsed.GetValue(Place)!;
        var component = DataKind.Of(place, NamedValues.Parse(parsed.GetValue(Set) ?? [], "Option"));
        var services = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []);
        var data = services.Catalog.Create<IDataset, NoSetup>(component, NoSetup.Value);
        var scan = component.Id == DataKind.Pictures ? PictureScan.Of(place) : null;
        if (scan is { Unreadable.IsEmpty: false })
        {
            throw new InputException(
                $"{scan.Unreadable.Length} of {scan.Pictures} pictures cannot be read; take them away, or replace "
                + $"them:\n{string.Join('\n', scan.Unreadable)}");
        }

        var check = DataCheck.Of(data);
        if (parsed.GetValue(Sheet) is { } sheet)
        {
            ContactSheet.Write(data, sheet);
        }

        Console.WriteLine(parsed.GetValue(CommonOptions.Json) ? DataCheckJson.Of(check, scan) : DataCheckText.Of(check, scan));
        return ExitCode.Done;
    }
}
