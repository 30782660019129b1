using NasEngine.Host.Commands;
using NasEngine.Host.Composition;

var verbose = args.Contains("--verbose");
try
{
    var parsed = Root.Command().Parse(args);
    if (parsed.Errors.Count > 0)
    {
        Console.Error.WriteLine($"nas: {parsed.Errors[0].Message} 'nas --help' lists what there is.");
        return ExitCode.BadInput;
    }

    return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (Exception problem)
{
    return Failures.Report(problem, verbose);
}
