using System.CommandLine;
using NasEngine.Host.Commands;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Tests.Programs;

/// <summary>Commands of the program in the process of the tests: what they print comes back.</summary>
internal static class Nas
{
    private static readonly Lazy<RootCommand> Program = new(() => Root.Command());

    /// <summary>The command line.</summary>
    public static RootCommand Commands => Program.Value;

    /// <summary>Runs a command in a workspace.</summary>
    public static ProgramResult Run(string workspace, params string[] arguments) =>
        RunAsync(workspace, CancellationToken.None, arguments).GetAwaiter().GetResult();

    /// <summary>Runs a command in a workspace until it ends or is cancelled.</summary>
    public static async Task<ProgramResult> RunAsync(string workspace, CancellationToken cancellation, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        try
        {
            var parsed = Program.Value.Parse([.. arguments, "--workspace", workspace]);
            UsageErrors.ThrowIfAny(parsed);
            var code = await parsed.InvokeAsync(
                new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation);
            return new ProgramResult(code, output.ToString(), error.ToString());
        }
        catch (Exception problem)
        {
            return new ProgramResult(Failures.CodeOf(problem), output.ToString(), $"{error}nas: {Failures.Say(problem)}");
        }
    }
}
