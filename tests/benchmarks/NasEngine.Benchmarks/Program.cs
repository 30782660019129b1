using System.Reflection;
using NasEngine.Benchmarks;

NasEngine.Networks.Natives.TorchNatives.Require();
var benchmarks = Assembly.GetExecutingAssembly().GetTypes()
    .Where(t => t.IsClass && !t.IsAbstract && typeof(IBenchmark).IsAssignableFrom(t))
    .Select(t => (IBenchmark)Activator.CreateInstance(t)!)
    .ToDictionary(b => b.Name);

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var benchmark))
{
    Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys.Order())}.");
    return 2;
}

try
{
    var report = benchmark.Run(args[1..]);
    if (!OwnProcess.IsInside(args)) BenchmarkFiles.Write(report);
    Console.WriteLine(args.Contains("--json") ? report.ToJson().ToJsonString() : report.ToMarkdown());
    return 0;
}
catch (NasEngine.Contracts.InputException problem)
{
    Console.Error.WriteLine($"nas: {problem.Message}");
    return 2;
}
catch (OperationCanceledException)
{
    return 130;
}
