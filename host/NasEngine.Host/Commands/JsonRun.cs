using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands;

/// <summary>Runs searches so that with <c>--json</c> one object is printed however they end.</summary>
internal static class JsonRun
{
    /// <summary>Runs them, and with <c>--json</c> prints the object.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="open">Makes what runs them.</param>
    /// <param name="run">Runs them.</param>
    public static async Task<int> RunAsync(ParseResult parsed, Func<HostSearchRunner> open, Func<HostSearchRunner, Task> run)
    {
        if (!parsed.GetValue(CommonOptions.Json))
        {
            using var runner = open();
            await run(runner).ConfigureAwait(false);
            return ExitCode.Done;
        }

        HostSearchRunner? searches = null;
        Exception? problem = null;
        try
        {
            searches = open();
            await run(searches).ConfigureAwait(false);
        }
        catch (Exception ended)
        {
            problem = ended;
        }

        using (searches)
        {
            Console.WriteLine(RunJson.Of(searches?.Done ?? [], searches?.Last, problem));
        }

        return problem is null ? ExitCode.Done : Failures.Report(problem, parsed.GetValue(CommonOptions.Verbose));
    }
}
