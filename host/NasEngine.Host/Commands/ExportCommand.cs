using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Exports;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands;

/// <summary><c>nas export ID</c>: a trained network of a search as an ONNX model.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description = "The model's file; or a folder, for the model with a card, the names of its classes, its weights and its picture.",
        Required = true,
        HelpName = "DIR|FILE.onnx",
    };

    private static readonly Option<int?> RunnerUp = new Option<int?>("--runner-up")
    {
        Description = "A runner-up instead of the winner, from 1.",
        HelpName = "K",
    }.Within(1);

    private static readonly Option<long?> Trial = new Option<long?>("--trial")
    {
        Description = "A trial instead of the winner: one that was trained again (nas retrain), or whose network was kept.",
        HelpName = "N",
    }.Within(0);

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "onnx; int8, an ONNX model of 8 bits with its accuracy beside the network's; int8-dynamic, one that is not "
            + "calibrated; csharp, a project that classifies pictures; pytorch, a module and its weights; safetensors, the weights alone.",
        DefaultValueFactory = _ => OtherForms.Onnx,
        HelpName = string.Join('|', OtherForms.Names),
    }.AcceptOnlyFromAmong(OtherForms.Names);

    public static Command Create()
    {
        var command = new Command(
            "export", "Write the winner of a search as an ONNX model, checked in ONNX Runtime against the network that it is of.")
        {
            SearchArgument.Id, To, Format, RunnerUp, Trial, CommonOptions.Data, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var services = HostServices.Open(parsed.GetValue(CommonOptions.Plugins) ?? []);
        var subject = SubjectOf(parsed);
        services.MustHave(parsed.GetValue(CommonOptions.Workspace)!, subject.Header);
        var export = new NetworkExport(services, parsed.GetValue(CommonOptions.Data));
        if (parsed.GetValue(Format)! is var format && format != OtherForms.Onnx)
        {
            var other = export.Write(subject, parsed.GetValue(To)!, format);
            Console.WriteLine(parsed.GetValue(CommonOptions.Json) ? Json(other) : other.Line);
            return ExitCode.Done;
        }

        var written = export.Write(subject, parsed.GetValue(To)!);
        Console.WriteLine(parsed.GetValue(CommonOptions.Json) ? Json(written) : written.Line);
        return ExitCode.Done;
    }

    private static ExportSubject SubjectOf(ParseResult parsed)
    {
        var (workspace, id) = (parsed.GetValue(CommonOptions.Workspace)!, parsed.GetValue(SearchArgument.Id)!);
        return (parsed.GetValue(RunnerUp), parsed.GetValue(Trial)) switch
        {
            ({ }, { }) => throw new InputException("--runner-up and --trial name two networks; give one of them."),
            (var rank, null) => ExportSubject.Winner(workspace, id, rank ?? 0),
            (_, { } number) => ExportSubject.OfTrial(workspace, id, number),
        };
    }

    private static string Json(WrittenFiles written) => JsonText.Write(json =>
    {
        json.WriteString("file", written.Files[0]);
        if (written.Quality is { } quality)
        {
            json.WriteNumber("quality", quality.Written);
            json.WriteNumber("networkQuality", quality.Network);
        }

        json.WriteStartArray("files");
        foreach (var file in written.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
    });

    private static string Json(WrittenNetwork written) => JsonText.Write(json =>
    {
        json.WriteString("file", written.Model.Path);
        json.WriteNumber("bytes", written.Model.Bytes);
        json.WriteNumber("inputs", written.Model.Agreement.Inputs);
        json.WriteString("checkedOn", written.CheckedOn);
        json.WriteNumber("largestDifference", written.Model.Agreement.Largest);
        json.WriteNumber("sameAnswers", written.Model.Agreement.SameAnswers);
        json.WriteStartArray("files");
        foreach (var file in written.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
    });
}
