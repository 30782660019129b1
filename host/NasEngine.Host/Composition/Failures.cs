using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>Turns what went wrong into one sentence and an exit code.</summary>
internal static class Failures
{
    public static int Report(Exception problem, bool verbose)
    {
        if (problem is OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }

        // A recipe's compiler errors show the line in question; whatever else there is to say is one line.
        Console.Error.WriteLine($"nas: {(problem is InputException ? problem.Message : problem.Message.ReplaceLineEndings(" "))}");
        if (verbose)
        {
            Console.Error.WriteLine(problem);
        }

        return problem switch
        {
            InputException => ExitCode.BadInput,
            SearchFailedException => ExitCode.SearchFailed,
            IOException or UnauthorizedAccessException => ExitCode.BadInput,
            _ => ExitCode.SearchFailed,
        };
    }
}
