using System.Diagnostics;

namespace NasEngine.Faults;

/// <summary>
/// Sends signals at random moments until it was done often enough, each time resuming, and compares what is found with an
/// undisturbed run. A search that ends before is begun anew.
/// </summary>
/// <param name="search">Name of the search.</param>
/// <param name="run">Arguments of <c>nas run</c>.</param>
/// <param name="seed">Where the moments come from.</param>
internal sealed class Chaos(string search, string[] run, int seed)
{
    /// <summary>
    /// Results awaited between two signals to workers. More than twice as many as are in flight: then no candidate is hit
    /// by two, and none of them gives up its attempts.
    /// </summary>
    private const int Between = 8;

    private readonly Random _random = new(seed);
    private Story? _undisturbed;
    private TimeSpan _start;
    private TimeSpan _work;

    /// <summary>Sends a signal that ends it to the coordinator.</summary>
    public FaultRow Stop(string fault, int times, int signal = Signal.Kill) => Repeat(fault, times, (sandbox, ledger, left) =>
    {
        var sent = 0;
        while (sent < left)
        {
            using var process = sandbox.Run();
            if (process.ExitWithin((_start / 2) + (((_start / 2) + (_work / 4)) * _random.NextDouble())) is { } code)
            {
                return Ended(process, code, sent);
            }

            Signal.Send(process.Pid, signal);
            process.Exit();
            sent++;
            ledger.Look(sandbox);
        }

        return sent;
    });

    /// <summary>Sends a signal to a worker of a running search, any one of them; with <paramref name="then"/> another one a moment later.</summary>
    public FaultRow HitWorkers(string fault, int times, int signal = Signal.Kill, int? then = null) => Repeat(fault, times, (sandbox, ledger, left) =>
    {
        var (hit, next) = (0, 1);
        using var process = sandbox.Run();
        while (hit < left && process.Until(() => Ledger.Results(sandbox) >= next) && process.ExitWithin(_work * _random.NextDouble() / 10) is null)
        {
            var results = Ledger.Results(sandbox);
            var workers = process.Workers;
            if (workers.Count == 0 || workers[_random.Next(workers.Count)] is var worker && !Signal.Send(worker, signal))
            {
                continue;
            }

            (hit, next) = (hit + 1, results + Between);
            if (then is { } second)
            {
                process.ExitWithin(_work * _random.NextDouble() / 10);
                Signal.Send(worker, second);
            }
        }

        var code = process.Exit();
        ledger.Look(sandbox);
        return Ended(process, code, hit);
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
            if (injected == 0)
            {
                // It ended before its moment came: the machine is faster than it was.
                (_start, _work) = (_start / 2, _work / 2);
            }
        }

        return sum;
    }

    /// <summary>Runs it once to its end, and once more to see how long it takes to find out that it is at its end.</summary>
    private Story Undisturbed()
    {
        using var sandbox = new Sandbox(run);
        using (var first = sandbox.Start([.. run.Prepend("run"), "--parameters"]))
        {
            // Compiles the recipe, so that the times below are those of the runs to come.
            first.Exit();
        }

        var length = Time(sandbox);
        _start = Time(sandbox);
        _work = length > _start ? length - _start : TimeSpan.Zero;
        return sandbox.Show(search, "--plugins", Searches.Plugin);
    }

    private static TimeSpan Time(Sandbox sandbox)
    {
        var start = Stopwatch.GetTimestamp();
        sandbox.Finish();
        return Stopwatch.GetElapsedTime(start);
    }

    private static int Ended(NasProcess process, int code, int hit) => code == 0
        ? hit
        : throw new InvalidOperationException($"The search ended with {code}. It wrote: {process.Errors}");
}
