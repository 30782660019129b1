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

    /// <summary>Runs it until as many steps were measured, the first of them once it has its helper.</summary>
    /// <param name="batchSize">Images of a batch.</param>
    /// <param name="megabits">What the link brings in a second; 0 for what it can.</param>
    /// <param name="helpers">0 or 1.</param>
    public StepCost Run(int batchSize, int megabits, int helpers)
    {
        hosts.Link.Limit(0);
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
        if (helpers > 0 && !coordinator.Says("1 of 1 help with steps."))
        {
            throw new InvalidOperationException($"Nobody helps. It wrote: {coordinator.Errors}");
        }

        hosts.Link.Limit(megabits);
        var first = Until(coordinator, sandbox, Ledger.Results(sandbox) + 2);
        var before = hosts.Link.Bytes;
        var last = Until(coordinator, sandbox, first + steps);
        var bytes = hosts.Link.Bytes - before;
        Signal.Send(coordinator.Pid, Signal.Kill);
        coordinator.Exit();
        var times = Ledger.Read(sandbox).Where(one => one.Event is Measured).Select(one => one.At).ToArray();
        return new StepCost((times[last - 1] - times[first - 1]).TotalSeconds / (last - first), bytes / (double)(last - first));
    }

    public void Dispose() => _files.Dispose();

    /// <summary>Waits for as many results; how many there are then.</summary>
    private int Until(NasProcess coordinator, Sandbox sandbox, int results)
    {
        int there;
        while ((there = Ledger.Results(sandbox)) < results)
        {
            stop.ThrowIfCancellationRequested();
            if (coordinator.ExitWithin(TimeSpan.FromMilliseconds(50)) is not null)
            {
                throw new InvalidOperationException($"The search ended. It wrote: {coordinator.Errors}");
            }
        }

        return there;
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
                .Budget(steps: 100000, trials: 1)
                .Seed(1)
                .RunAsync();
            """));
        return file;
    }
}
