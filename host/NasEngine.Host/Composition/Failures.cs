using NasEngine.Contracts;
using NasEngine.Host.Output;

namespace NasEngine.Host.Composition;

/// <summary>Turns what went wrong into one sentence and an exit code.</summary>
internal static class Failures
{
    public static int Report(Exception problem, bool verbose)
    {
        if (problem is OperationCanceledException)
        {
            return CodeOf(problem);
        }

        Console.Error.WriteLine($"nas: {Say(problem)}");
        if (verbose)
        {
            Console.Error.WriteLine(FoldedTrace.Of(problem));
        }

        return CodeOf(problem);
    }

    /// <summary>In a sentence. A recipe's compiler errors show the line in question; whatever else there is to say is one line.</summary>
    public static string Say(Exception problem) => problem is InputException ? problem.Message : problem.Message.ReplaceLineEndings(" ");

    /// <summary>The exit code.</summary>
    public static int CodeOf(Exception problem) => problem switch
    {
        OperationCanceledException => ExitCode.Interrupted,
        InputException => ExitCode.BadInput,
        SearchFailedException => ExitCode.SearchFailed,
        IOException or UnauthorizedAccessException => ExitCode.BadInput,
        _ => ExitCode.SearchFailed,
    };
}
