using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Networks.Natives;
using Spectre.Console;

TorchNatives.Register();
var verbose = args.Contains("--verbose");
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 1000; // A file has no edge to wrap at.
}

try
{
    var parsed = Root.Command().Parse(args);
    if (parsed.Errors.Count > 0)
    {
        Console.Error.WriteLine($"nas: {UsageErrors.Say(parsed)}");
        return ExitCode.BadInput;
    }

    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (Exception problem)
{
    return Failures.Report(problem, verbose);
}
