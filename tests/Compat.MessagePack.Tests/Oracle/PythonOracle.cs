using System.Diagnostics;

namespace Compat.MessagePack.Tests.Oracle;

/// <summary>One run of the oracle script: lines in, lines out.</summary>
internal static class PythonOracle
{
    private const string Python = "/usr/bin/python3";

    public static bool IsInstalled { get; } = File.Exists(Python) && Run(["-c", "import msgpack"], []) is not null;

    public static (string Text, string Hex)[] Ask(IEnumerable<string> arguments, IEnumerable<string> input)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Oracle", "oracle.py");
        var lines = Run([script, .. arguments], input) ?? throw new InvalidOperationException("the oracle failed");
        return [.. lines.Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1]))];
    }

    private static string[]? Run(IEnumerable<string> arguments, IEnumerable<string> input)
    {
        var start = new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        foreach (var line in input)
        {
            process.StandardInput.WriteLine(line);
        }

        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : null;
    }
}
