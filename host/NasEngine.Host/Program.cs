using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Networks.Natives;
using Spectre.Console;

StandardStreams.Secure();
TorchNatives.Register();
var verbose = args.Contains("--verbose");
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 1000; // A file has no edge to wrap at.
}

try
{
    var parsed = Root.Command().Parse(args.Length > 0 ? args : ["--help"]);
    if (parsed.Errors.Count > 0)
    {
        throw new InputException(UsageErrors.Say(parsed));
    }

    var code = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    return code == ExitCode.Done && StandardStreams.Lost is { } lost
        ? throw new InputException($"The output could not be written: {lost}")
        : code;
}
catch (Exception problem)
{
    if (args.Contains("--json"))
    {
        Console.WriteLine(ErrorJson.Of(problem));
    }

    return Failures.Report(problem, verbose);
}
