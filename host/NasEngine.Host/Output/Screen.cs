using System.CommandLine;
using Spectre.Console;

namespace NasEngine.Host.Output;

/// <summary>Where a command prints: a terminal of some width, or a stream that has no edge.</summary>
/// <param name="Output">What is printed to.</param>
/// <param name="Width">Columns; <see cref="Endless"/> where there is no edge.</param>
/// <param name="IsTerminal">Whether somebody looks at a terminal.</param>
internal sealed record Screen(TextWriter Output, int Width, bool IsTerminal)
{
    /// <summary>Columns of what has no edge.</summary>
    public const int Endless = int.MaxValue;

    /// <summary>What the command line of a command is printed to.</summary>
    public static Screen Of(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        return ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected
            ? new Screen(output, Math.Max(1, AnsiConsole.Profile.Width), true)
            : new Screen(output, Endless, false);
    }

    /// <summary>Prints a line.</summary>
    public void Line(string text = "") => Output.WriteLine(text);

    /// <summary>Prints lines.</summary>
    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }
}
