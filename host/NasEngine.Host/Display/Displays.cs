using Spectre.Console;

namespace NasEngine.Host.Display;

/// <summary>Chooses how a running search is shown.</summary>
internal static class Displays
{
    /// <summary>
    /// A live display on a terminal that can be drawn on, plain lines elsewhere; on the error stream when the output is for a machine.
    /// </summary>
    public static ISearchDisplay For(bool json, TimeProvider time) => json
        ? new PlainDisplay(Console.Error, time)
        : Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi
            ? new PlainDisplay(Console.Out, time)
            : new LiveDisplay(AnsiConsole.Console, time);
}
