using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Networks;

namespace NasEngine.Host.Commands.Profiling;

/// <summary><c>nas profile import</c> and <c>export</c>: latency tables of other devices, and of this one for other programs.</summary>
internal static class TableCommand
{
    private const string OwnName = "nas";
    private const string TfNasName = "tfnas";

    private static readonly Argument<FileInfo> From = new("FILE") { Description = "The table (JSON, plain or gzip)." };
    private static readonly Option<FileInfo> To =
        new("--to") { Description = "File of the new table (JSON).", HelpName = "FILE", Required = true };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "The device, as searches shall call it; the file's name where neither this nor the table says it.",
        HelpName = "NAME",
    };

    /// <summary>Takes over another device's table.</summary>
    public static Command Import()
    {
        var format = Format("What the file is; found out where this is not given.");
        var command = new Command("import", "Take over a latency table of another device, so that it drives searches here.")
        {
            From, format, Name, To, CommonOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var (from, to) = (parsed.GetValue(From)!, parsed.GetValue(To)!);
            TableFile.MustBeWritable(to);
            var table = LatencyTable.Read(from.FullName);
            MustBe(parsed.GetValue(format), table, from);
            var device = parsed.GetValue(Name) ?? table.Device ?? from.Name;
            return Write(parsed, table.On(device), LatencyTableFormat.Nas, to);
        });
        return command;
    }

    /// <summary>Writes a table for other programs.</summary>
    public static Command Export()
    {
        var format = Format("How the new table is written; as others publish them where this is not given.");
        var command = new Command("export", "Write a latency table for other programs.") { From, format, To, CommonOptions.Json };
        command.SetAction(parsed =>
        {
            var (from, to) = (parsed.GetValue(From)!, parsed.GetValue(To)!);
            TableFile.MustBeWritable(to);
            var written = parsed.GetValue(format) == OwnName ? LatencyTableFormat.Nas : LatencyTableFormat.TfNas;
            return Write(parsed, LatencyTable.Read(from.FullName), written, to);
        });
        return command;
    }

    private static Option<string?> Format(string description)
    {
        var format = new Option<string?>("--format") { Description = $"{description} {OwnName} or {TfNasName}.", HelpName = "NAME" };
        format.AcceptOnlyFromAmong(OwnName, TfNasName);
        return format;
    }

    private static void MustBe(string? format, LatencyTable table, FileInfo file)
    {
        if (format is not null && format == OwnName != table.IsOwn)
        {
            throw new InputException(
                $"'{file}' is a table of the format '{(table.IsOwn ? OwnName : TfNasName)}', and '--format {format}' was given; leave it "
                + "out.");
        }
    }

    private static int Write(ParseResult parsed, LatencyTable table, LatencyTableFormat format, FileInfo to)
    {
        TableFile.Write(table, format, to);
        Console.WriteLine(parsed.GetValue(CommonOptions.Json)
            ? JsonText.Write(json =>
            {
                json.WriteString("device", table.Device);
                json.WriteNumber("operations", table.Milliseconds.Count);
                json.WriteString("file", to.FullName);
            })
            : $"{table.Milliseconds.Count} times{(table.Device is { } device ? $" of {device}" : "")}: {to.FullName}");
        return ExitCode.Done;
    }
}
