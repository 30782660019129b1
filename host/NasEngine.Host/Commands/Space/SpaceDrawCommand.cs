using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Networks;
using NasEngine.Networks.Pictures;

namespace NasEngine.Host.Commands.Space;

/// <summary><c>nas space draw</c>: a picture of a network.</summary>
internal static class SpaceDrawCommand
{
    private static readonly Option<FileInfo> Out = new("--out")
    {
        Description = "The SVG file to write.",
        Required = true,
        HelpName = "FILE.svg",
    };

    public static Command Create()
    {
        var command = new Command("draw", "Draw the network of an architecture as SVG.")
        {
            SpaceArguments.Space, SpaceSubject.Text, SpaceSubject.Reference, Out, SpaceArguments.Set, CommonOptions.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var space = SpaceArguments.OpenFor(parsed.GetValue(SpaceSubject.Reference) ?? parsed.GetValue(SpaceSubject.Text), parsed);
        var subject = SpaceSubject.Of(space, parsed);
        var network = subject.Network;
        var file = parsed.GetValue(Out)!;
        Write(file.FullName, NetworkPicture.Svg(network, $"{space.Decisions.Id} {subject.Name}"));
        Console.WriteLine(parsed.GetValue(CommonOptions.Json)
            ? JsonText.Write(json =>
            {
                json.WriteString("file", file.FullName);
                json.WriteString("hash", network.Hash());
            })
            : file.FullName);
        return ExitCode.Done;
    }

    private static void Write(string path, string svg)
    {
        try
        {
            WholeFile.Write(path, svg);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The picture cannot be written to '{path}': {wrong.Message}", wrong);
        }
    }
}
