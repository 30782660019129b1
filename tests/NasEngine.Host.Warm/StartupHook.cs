using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using Spectre.Console;

/// <summary>
/// The program for tests that start it often: instead of one command line it runs each that it is given on its input, in the folder that
/// comes with it, and answers with the exit code and what was printed. What a start costs is paid once. The runtime calls it, by this name,
/// where <c>DOTNET_STARTUP_HOOKS</c> says so.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // The workers that it starts are the program itself.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        using var input = new BinaryReader(Console.OpenStandardInput());
        using var answers = new BinaryWriter(Console.OpenStandardOutput());
        while (Line(input) is { } line)
        {
            Directory.SetCurrentDirectory(line[0]);
            var (output, error) = (new StringWriter(), new StringWriter());
            var code = Run(line[1..], output, error);
            answers.Write(code);
            answers.Write(output.ToString());
            answers.Write(error.ToString());
            answers.Flush();
        }

        Environment.Exit(0);
    }

    private static int Run(string[] args, StringWriter output, StringWriter error)
    {
        Console.SetIn(TextReader.Null);
        Console.SetOut(TextWriter.Synchronized(output));
        Console.SetError(TextWriter.Synchronized(error));
        AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        return CommandLine.RunAsync(args, Root.For(args)).GetAwaiter().GetResult();
    }

    /// <summary>A folder and the arguments of a command line; null when no more will come.</summary>
    private static string[]? Line(BinaryReader input)
    {
        try
        {
            var line = new string[input.ReadInt32()];
            for (var word = 0; word < line.Length; word++)
            {
                line[word] = input.ReadString();
            }

            return line;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}
