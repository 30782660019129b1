namespace NasEngine.Benchmarks.View;

/// <summary>What ten open pages of the web view cost a search that keeps all cores busy. It takes about four minutes on a quiet machine.</summary>
public sealed class BrowsersBenchmark : IBenchmark
{
    private const int Trials = 1_000_000;
    private const int Browsers = 10;
    private const int Rounds = 4;
    private const long TrialRounds = 10_000_000;
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public string Name => "browsers";

    /// <inheritdoc/>
    public string Summary => "What ten open pages of the web view cost a search.";

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var workspace = Directory.CreateTempSubdirectory("nas-view-").FullName;
        try
        {
            return new BenchmarkReport(
                Name,
                "The rate of a search whose trials keep all cores busy, while ten pages of it are open in a browser of the same machine, over its rate while none is: medians "
                + $"of {Rounds} stretches of {Stretch.TotalSeconds:0} s each in turn. When the pages are drawn, the browser goes on at the lowest priority, and "
                + "the processor that it takes then is told apart: users' browsers are elsewhere. A goal is an upper bound.",
                [.. Beside(workspace)]);
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private static IEnumerable<IReadOnlyDictionary<string, object>> Beside(string workspace)
    {
        using var observer = new CountingObserver();
        var running = Task.Run(() => CellSearch.Run(workspace, new CellParts(TrialRounds), "beside", Trials, observer));
        observer.Wait();
        using var served = new ServedProcess(workspace);
        var (alone, looked, server, browsers) = (new List<double>(), new List<double>(), 0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(observer.Rate(Stretch));
            Console.Error.WriteLine($"round {round + 1} of {Rounds}: {alone[^1]:0.0} trials a second alone");
            using var windows = new BrowserWindows(new Uri(served.Address, "/search/1"), Browsers);
            observer.Rate(Stretch / 3);
            var before = (Server: served.ProcessorSeconds, Browsers: windows.ProcessorSeconds);
            looked.Add(observer.Rate(Stretch));
            server += served.ProcessorSeconds - before.Server;
            browsers += windows.ProcessorSeconds - before.Browsers;
            Console.Error.WriteLine($"round {round + 1} of {Rounds}: {looked[^1]:0.0} trials a second with {Browsers} browsers");
        }

        observer.End();
        running.Wait();
        var slower = 100 * (1 - Statistics.Median(looked) / Statistics.Median(alone));
        yield return Told($"slower with {Browsers} browsers, %", slower);
        yield return Told("processor of the browsers, % of the machine", Share(browsers));
        yield return GoalRow.Of("slower by more than what the browsers take themselves, %", slower - Share(browsers), 1);
        yield return GoalRow.Of("processor of the server, % of the machine", Share(server), 1);
    }

    private static double Share(double seconds) => 100 * seconds / (Rounds * Stretch.TotalSeconds * Environment.ProcessorCount);

    private static Dictionary<string, object> Told(string what, double value) => new() { ["what"] = what, ["value"] = value, ["goal"] = "", ["ratio"] = "" };
}
