using System.Runtime;
using NasEngine.Contracts;
using NasEngine.Host.Tests.Programs;
using NasEngine.Host.Tests.Swaps;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Benchmarks.Swaps;

/// <summary>
/// Plugins that are swapped in running searches, against the same searches left alone. <c>--swaps N</c> sets how many (default 100),
/// <c>--images FOLDER</c> where the IDX files are, <c>--only table|fp-nas|bad</c> that one of the searches is run.
/// </summary>
public sealed class SwapsBenchmark : IBenchmark
{
    private const int Settled = 10;

    public string Name => "swaps";

    public string Summary => "Plugins that are swapped in running searches, against the same searches left alone.";

    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--swaps", "swaps in each search", "100"),
        new("--images", "folder of the IDX files of Fashion-MNIST", "/usr/share/datasets/fashion-mnist"),
        new("--only", "one of the searches: table, fp-nas or bad"),
    ];

    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var swaps = args.Number("--swaps");
        var images = args.Text("--images");
        var only = args.Text("--only");
        (string Of, Func<Dictionary<string, object>> Row)[] all =
            [("table", () => OfTable(swaps)), ("fp-nas", () => OfFpNas(swaps, images)), ("bad", () => OfBadBuilds(images))];
        Dictionary<string, object>[] rows = [.. all.Where(one => only.Length == 0 || one.Of == only).Select(one => one.Row())];
        return new BenchmarkReport(
            Name,
            "Plugins that are swapped in a running search, one swap a candidate, for builds that do the same, against the search left alone: "
            + "candidates that are missing or differ in any bit, and what of the plugins is loaded at the end beside the versions in use. "
            + $"Memory is the coordinator's, after the first {Settled} swaps and at the end. The bad builds: "
            + $"{string.Join("; ", BadBuilds.All.Select(build => build.What))}. Of these the leaky one is swapped in, and all others are to "
            + "be refused; it and the one that never returns are to stay in memory. Background garbage collection is "
            + $"{(GCSettings.LatencyMode == GCLatencyMode.Batch ? "off" : "on")}.",
            rows);
    }

    private static Dictionary<string, object> OfTable(int swaps)
    {
        using var drill = new SwapDrill(SwapSearches.TablePlugins);
        var table = CellTable.Write(drill.Folder);
        return Row("evolution over a table, in process", drill, swaps, name => SwapSearches.Table(name, table, swaps + 20), number =>
        {
            var plugin = drill.Plugins[(int)(number % 2)];
            drill.Change(plugin, number);
            return plugin;
        });
    }

    private static Dictionary<string, object> OfFpNas(int swaps, string images)
    {
        using var drill = new SwapDrill(SwapSearches.FpNasPlugins) { InProcess = false };
        return Row("FP-NAS, a worker process with libtorch", drill, swaps, name => SwapSearches.FpNas(name, images, swaps + 10), number =>
        {
            var plugin = drill.Plugins[(int)(number % 2)];
            if (number % 2 == 0)
            {
                FpNasBuild.Put(drill, number);
            }
            else
            {
                drill.Change(plugin, number);
            }

            return plugin;
        });
    }

    private static Dictionary<string, object> OfBadBuilds(string images)
    {
        var bad = BadBuilds.All;
        using var drill = new SwapDrill(SwapSearches.FpNasPlugins)
        {
            InProcess = false,
            Settings = new RunSettings { StrategyLimit = TimeSpan.FromSeconds(20) },
        };
        var row = Row("FP-NAS, bad builds, a good one after each", drill, 2 * bad.Length, name => SwapSearches.FpNas(name, images, 2 * bad.Length + 4), number =>
        {
            if (number % 2 == 0)
            {
                bad[number / 2].Put(drill, number);
            }
            else
            {
                FpNasBuild.Put(drill, number);
            }

            return drill.Plugins[0];
        });
        foreach (var (build, at) in bad.Select((build, index) => (build, 2 * index)))
        {
            var said = drill.Answers[at]!.Sentence;
            Console.Error.WriteLine($"{build.What}: {said}");
            if (!said.Contains(build.Answer, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"A build that {build.What} is answered: {said}");
            }
        }

        return row;
    }

    private static Dictionary<string, object> Row(
        string what, SwapDrill drill, int swaps, Func<string, SearchSpec> search, Func<long, string> change)
    {
        Console.Error.WriteLine(what);
        var undisturbed = drill.RunAsync(search("undisturbed"), _ => { }).GetAwaiter().GetResult();
        var (last, left) = (undisturbed.Length - 2, 0);
        (double Managed, double Resident) before = default, after = default;
        var swapped = drill.RunAsync(search("swapped"), number =>
        {
            drill.Await();
            if (number == Settled)
            {
                before = Memory();
            }
            else if (number == last)
            {
                after = Memory();
                left = drill.Loaded - drill.Plugins.Count;
            }

            if (number < swaps)
            {
                drill.Ask(change(number));
            }
        }).GetAwaiter().GetResult();
        return new()
        {
            ["what"] = what,
            ["swapped"] = drill.Answers.Count(answer => answer!.Result == SwapResult.Swapped),
            ["refused"] = drill.Answers.Count(answer => answer!.Result == SwapResult.Refused),
            ["candidates"] = undisturbed.Length - 1,
            ["lost"] = Math.Max(0, undisturbed.Length - swapped.Length),
            ["differing"] = undisturbed.Zip(swapped).Count(pair => pair.First != pair.Second),
            ["versions_left"] = left,
            ["managed_mb"] = before.Managed,
            ["managed_mb_after"] = after.Managed,
            ["resident_mb"] = before.Resident,
            ["resident_mb_after"] = after.Resident,
        };
    }

    private static (double Managed, double Resident) Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return (GC.GetTotalMemory(forceFullCollection: true) / 1e6, Environment.WorkingSet / 1e6);
    }
}
