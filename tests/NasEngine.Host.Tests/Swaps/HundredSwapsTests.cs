using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Composition;
using NasEngine.Host.Swaps;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Host.Tests.Swaps;

/// <summary>A strategy and a space, built assemblies both, are swapped a hundred times in one search for versions that do the same.</summary>
[Collection(nameof(AloneCollection))]
public sealed class HundredSwapsTests : IDisposable
{
    private const int Swaps = 100;
    private const int Trials = Swaps + 20;
    private const long Slack = 16 << 20;

    private static readonly string[] Names = ["NasEngine.Strategies.Evolution", "NasEngine.Spaces.Benchmarks"];

    private readonly TempFolder _folder = new();
    private readonly SwapRequests _requests = new();
    private readonly List<SwapAnswer?> _answers = [];
    private Task<SwapAnswer?>? _asked;

    public HundredSwapsTests()
    {
        CellTable.Write(_folder);
        foreach (var name in Names)
        {
            Directory.CreateDirectory(_folder.Of(name));
            foreach (var file in Directory.GetFiles(Repository.Built(name)))
            {
                File.Copy(file, _folder.Of($"{name}/{Path.GetFileName(file)}"));
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_trial_is_lost_nothing_changes_and_assemblies_and_memory_stay_where_they_were()
    {
        var undisturbed = await TrialsAsync("undisturbed", _ => { });
        var before = Memory();

        var swapped = await TrialsAsync("swapped", Swap);

        _answers.Should().HaveCount(Swaps).And.OnlyContain(answer => answer != null && answer.Result == SwapResult.Swapped);
        swapped.Should().Equal(undisturbed).And.HaveCount(Trials);
        _answers.Should().OnlyContain(answer => answer!.Sentence.EndsWith("the old version is gone from memory."));
        (Memory() - before).Should().BeLessThan(Slack);
    }

    private async Task<string[]> TrialsAsync(string name, Action<long> before)
    {
        var manifest = _folder.Write(
            "plugins.json", $$"""{"plugins": [{{string.Join(", ", Names.Select(one => $$"""{"id": "{{one}}", "path": "{{one}}/{{one}}.dll"}"""))}}]}""");
        var catalog = new PluginCatalog(new PluginCatalogOptions
        {
            Manifests = [manifest], CacheFolder = _folder.Of("cache"), Shared = HostServices.Shared,
        });
        var spec = MadeSearch.Spec(name) with
        {
            Strategy = new ComponentSpec("regularized-evolution", OptionBag.From(new { Population = 10, Sample = 3 })),
            Estimator = new ComponentSpec("table", OptionBag.From(new { Table = _folder.Of("table.csv") })),
            Budget = new Budget(Trials) { Trials = Trials },
        };
        var workers = new WorkerLaunch(new LaunchOptions { InProcess = true }, catalog, TimeProvider.System);
        await using var first = await FirstWorker.StartAsync(
            (one, slot) => new GatedWorker(workers.Create(one, slot), before), spec, _folder.Path, new RunSettings(), TimeProvider.System, CancellationToken.None);
        var runner = new SearchRunner(
            _folder.Path, first.Create, new RunSettings(), NoObserver.Instance, TimeProvider.System,
            new GatedPlugins(new CatalogPlugins(catalog, workers, first), before), _requests);
        await runner.RunAsync(
            PreparedSearch.From(spec, catalog), new SearchOrigin("test", "cpu", null, new(catalog.HashesOf(spec)), null), CancellationToken.None);

        using var journal = SearchJournal.OpenToRead(_folder.Path)!;
        return
        [
            .. SearchHistory.Read(journal, journal.Find(name)!).Candidates.Select(entry =>
                $"{entry.Candidate.Number} {entry.Candidate.Work.Architectures.Single()} {string.Join(' ', entry.Measurement!.Metrics.Select(one => $"{one.Key}={one.Value:R}"))}"),
        ];
    }

    /// <summary>Makes a plugin another version, which does what it does, and asks for it; the swap before is behind the search then.</summary>
    private void Swap(long number)
    {
        if (_asked is { } asked)
        {
            _answers.Add(asked.WaitAsync(TimeSpan.FromMinutes(5)).GetAwaiter().GetResult());
            _asked = null;
        }

        if (number < Swaps)
        {
            var plugin = Names[number % Names.Length];
            File.WriteAllText(_folder.Of($"{plugin}/notes.json"), $"{number}");
            _asked = _requests.AskAsync(plugin);
        }
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
