using System.Globalization;
using NasEngine.Benchmarks.Emulation;
using NasEngine.Faults;
using NasEngine.Search;

namespace NasEngine.Benchmarks.ClusterSteps;

/// <summary>What a step took.</summary>
/// <param name="Seconds">From one to the next.</param>
/// <param name="Bytes">That went over the link.</param>
internal sealed record StepCost(double Seconds, double Bytes);

/// <summary>A search of supernet steps on one host, with or without a helper on the other.</summary>
internal sealed class HelpedSearch(Hosts hosts, int steps, CancellationToken stop) : IDisposable
{
    public const int Paths = 4;

    private readonly Sandbox _files = new();

    /// <summary>Runs it to its end, and measures its last steps.</summary>
    /// <param name="batchSize">Images of a batch.</param>
    /// <param name="megabits">What the link brings in a second; 0 for what it can.</param>
    /// <param name="helpers">0 or 1.</param>
    public StepCost Run(int batchSize, int megabits, int helpers)
    {
        hosts.Link.Limit(megabits);
        var (address, certificates) = ($"{Hosts.Address(0)}:7788", Path.Combine(_files.Own, "certificates"));
        if (!Directory.Exists(certificates))
        {
            using var init = _files.Start("cluster", "init", "--dir", certificates);
            init.Exit();
        }

        string[] cluster = helpers == 0 ? [] : ["--cluster", address, "--certificate", certificates, "--step-helpers", "1"];
        using var sandbox = new Sandbox([Recipe(batchSize), "--workers", "1", "--threads-per-worker", "1", .. cluster])
        {
            Through = [.. hosts.On(0), "taskset", "--cpu-list", "0"],
        };
        using var node = helpers == 0 ? null : new NasProcess(
            Path.Combine(_files.Own, "node"),
            ["worker", "--join", address, "--certificate", certificates, "--slots", "1"],
            [.. hosts.On(1), "taskset", "--cpu-list", "1"]);
        using var coordinator = sandbox.Run();
        var before = BytesAtFirstMeasured(coordinator, sandbox);
        if (coordinator.Exit() != 0)
        {
            throw new InvalidOperationException($"The search ended with {coordinator.Exit()}. It wrote: {coordinator.Errors}");
        }

        var times = Ledger.Read(sandbox).Where(one => one.Event is Measured).Select(one => one.At).TakeLast(steps + 1).ToArray();
        return new StepCost((times[^1] - times[0]).TotalSeconds / steps, (hosts.Link.Bytes - before) / (double)steps);
    }

    public void Dispose() => _files.Dispose();

    /// <summary>The first steps are done while the helper still gets what it needs.</summary>
    private long BytesAtFirstMeasured(NasProcess coordinator, Sandbox sandbox)
    {
        var first = Math.Max(1, steps / 4);
        while (coordinator.ExitWithin(TimeSpan.FromMilliseconds(20)) is null && Ledger.Results(sandbox) < first)
        {
            stop.ThrowIfCancellationRequested();
        }

        return hosts.Link.Bytes;
    }

    private string Recipe(int batchSize)
    {
        var file = Path.Combine(_files.Own, "steps.csx");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            await Search("steps")
                .Data(Data.FashionMnist())
                .Space("fbnetv2-f", new { Scale = "mini" })
                .Strategy("single-path", new { Samples = {{Paths}} })
                .Training(new { BatchSize = {{batchSize}} })
                .Objective(Maximize.Accuracy())
                .Budget(steps: {{steps + (steps / 4)}}, trials: 1)
                .Seed(1)
                .RunAsync();
            """));
        return file;
    }
}
