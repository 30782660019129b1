using System.CommandLine;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary><c>nas serve</c>: the web view, which is a program of its own, so that no search carries a web server along.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 7777;
    private const int GreatestPort = 65_535;

    private static readonly Option<int> Port = new Option<int>("--port")
    {
        Description = "TCP port; 0 takes one that is free.",
        DefaultValueFactory = _ => DefaultPort,
        HelpName = "PORT",
    }.Within(0, GreatestPort);

    private static readonly Option<string?> Listen = new("--listen")
    {
        Description = "Address to listen on beside this machine's own, such as 0.0.0.0; browsers then need the token that is printed.",
        HelpName = "ADDRESS",
    };

    private static readonly Option<bool> Open = new("--open") { Description = "Open the page in a browser." };

    /// <summary>The command.</summary>
    /// <param name="serve">What serves; null in a program that cannot and becomes the one that can.</param>
    public static Command Create(Func<ServeOptions, CancellationToken, Task>? serve = null)
    {
        var command = new Command("serve", "Watch the searches of a workspace in a browser, live.") { Port, Listen, Open };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (serve is null)
            {
                WebProgram.Become();
            }
            else
            {
                await serve(Read(parsed), cancellation).ConfigureAwait(false);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static ServeOptions Read(ParseResult parsed) => new(
        parsed.GetValue(CommonOptions.Workspace)!,
        parsed.GetValue(CommonOptions.Plugins) ?? [],
        parsed.GetValue(Listen),
        parsed.GetValue(Port),
        parsed.GetValue(Open));
}
