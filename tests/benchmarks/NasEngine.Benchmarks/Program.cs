using System.Reflection;
using NasEngine.Benchmarks;
using NasEngine.Networks.Natives;

IBenchmark[] benchmarks = [.. Assembly.GetExecutingAssembly().GetTypes()
    .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBenchmark)))
    .Select(type => (IBenchmark)Activator.CreateInstance(type)!)];

return new BenchmarkProgram(benchmarks, Console.Out, Console.Error).Run(args, (benchmark, given) =>
{
    TorchNatives.Require();
    var report = benchmark.Run(given);
    if (!given.Has(BenchmarkOption.Inside)) BenchmarkFiles.Write(report);
    return given.Has(BenchmarkOption.Json) ? report.ToJson().ToJsonString() : report.ToMarkdown();
});
