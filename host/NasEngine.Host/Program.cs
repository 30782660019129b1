using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
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
        throw new InputException(UsageErrors.Say(parsed));
    }

    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (Exception problem)
{
    if (args.Contains("--json"))
    {
        Console.WriteLine(ErrorJson.Of(problem));
    }

    return Failures.Report(problem, verbose);
}
