using System.Diagnostics;

namespace NasEngine.Faults;

/// <summary>
/// Kills at random moments until it was done often enough, each time resuming, and compares what is found with an
/// undisturbed run. A search that ends before is begun anew.
/// </summary>
/// <param name="search">Name of the search.</param>
/// <param name="run">Arguments of <c>nas run</c>.</param>
/// <param name="seed">Where the moments come from.</param>
internal sealed class Chaos(string search, string[] run, int seed)
{
    private readonly Random _random = new(seed);
    private Story? _undisturbed;
    private TimeSpan _length;

    /// <summary>Kills the coordinator.</summary>
    public FaultRow KillCoordinator(string fault, int times) => Repeat(fault, times, (sandbox, ledger, left) =>
    {
        var killed = 0;
        while (killed < left)
        {
            using var process = sandbox.Run();
            if (process.ExitWithin(Moment()) is { } code)
            {
                return Ended(process, code, killed);
            }

            Signal.Send(process.Pid, Signal.Kill);
            process.Exit();
            killed++;
            ledger.Look(sandbox);
        }

        return killed;
    });

    /// <summary>Sends a signal to a worker of a running search, any one of them.</summary>
    public FaultRow KillWorkers(string fault, int times, int signal = Signal.Kill) => Repeat(fault, times, (sandbox, ledger, left) =>
    {
        var killed = 0;
        using var process = sandbox.Run();
        while (killed < left && process.FirstWorker() != 0)
        {
            if (process.ExitWithin(Moment() / 4) is not null)
            {
                break;
            }

            var workers = File.Exists(sandbox.Journal) ? process.Workers : [];
            if (workers.Count > 0 && Signal.Send(workers[_random.Next(workers.Count)], signal))
            {
                killed++;
            }
        }

        ledger.Look(sandbox);
        return Ended(process, process.Exit(), killed);
    });

    private FaultRow Repeat(string fault, int times, Func<Sandbox, Ledger, int, int> disturb)
    {
        _undisturbed ??= Undisturbed();
        var sum = new FaultRow($"{fault} (seed {seed})", 0, 0, 0, 0);
        while (sum.Injected < times)
        {
            using var sandbox = new Sandbox(run);
            var ledger = new Ledger();
            var injected = disturb(sandbox, ledger, times - sum.Injected);
            var story = sandbox.Finish().Show(search, "--plugins", Searches.Plugin);
            ledger.Look(sandbox);
            sum = sum.Plus(new FaultRow(fault, injected, ledger.Lost, ledger.Duplicated, story.DifferencesFrom(_undisturbed)));
        }

        return sum;
    }

    private Story Undisturbed()
    {
        using var sandbox = new Sandbox(run);
        using (var first = sandbox.Start([.. run.Prepend("run"), "--parameters"]))
        {
            // Compiles the recipe, so that the time below is that of the runs to come.
            first.Exit();
        }

        var start = Stopwatch.GetTimestamp();
        sandbox.Finish();
        _length = Stopwatch.GetElapsedTime(start);
        return sandbox.Show(search, "--plugins", Searches.Plugin);
    }

    private TimeSpan Moment() => _length * _random.NextDouble();

    private static int Ended(NasProcess process, int code, int killed) => code == 0
        ? killed
        : throw new InvalidOperationException($"The search ended with {code}. It wrote: {process.Errors}");
}
