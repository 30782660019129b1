using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>Searches that a recipe starts at once, and searches that are made of what others found.</summary>
public sealed class SideBySideTests : IDisposable
{
    /// <summary>
    /// Trial 5 of <c>second</c> waits for one of <c>third</c> where there is a file <c>meet</c>, and for its end where there is one that bears
    /// the name of its search, which others see by <c>held</c>.
    /// </summary>
    private const string Recipe = """
        class Measured(string folder, string search) : IEstimator
        {
            public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation) { }
            public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
            {
                if (candidate.Number == 5 && search != "first" && File.Exists(Path.Combine(folder, "meet")))
                {
                    File.WriteAllText(Path.Combine(folder, search + "-met"), "");
                    SpinWait.SpinUntil(() => Directory.GetFiles(folder, "*-met").Length == 2, TimeSpan.FromMinutes(3));
                }

                if (candidate.Number == 5 && File.Exists(Path.Combine(folder, search)))
                {
                    File.WriteAllText(Path.Combine(folder, "held"), "");
                    new SemaphoreSlim(0).Wait();
                }

                var values = ((Trial)candidate.Work).Architecture.Values;
                return new Measurement().With("val_accuracy", values.Select((value, place) => value * (place + 1)).Sum() % 17 / 17.0);
            }
            public void Dispose() { }
        }

        var folder = Parameter("folder", "", "where the test's files are");
        var atOnce = Parameter("atOnce", true, "whether the later ones are started at once");
        RecipeSearch Look(string name, int seed) => Search(name).Space("nasbench201", new { Channels = 8 + seed % 2 })
            .Estimator<Measured>(new { Folder = folder, Search = name }).Budget(trials: 40).Window(2).Seed(seed);

        var first = await Look("first", 7).Strategy("regularized-evolution", new { Population = 10, Sample = 3 }).RunAsync();
        if (File.Exists(Path.Combine(folder, "between")))
        {
            File.WriteAllText(Path.Combine(folder, "held"), "");
            new SemaphoreSlim(0).Wait();
        }

        var seed = first.Best.Text.Length;
        var second = Look("second", seed).Strategy("warm-start", new { From = "first", With = "trials" }, Part("regularized-evolution")).RunAsync();
        var begun = atOnce ? Task.CompletedTask : second;
        await begun;
        var third = Look("third", seed + 1).Strategy("random").Objective(Maximize.Accuracy().Under(Macs(first.Best.Metrics["macs"]))).RunAsync();
        await Task.WhenAll(second, third);
        first.Plot.History().Save(Path.Combine(folder, "history.svg"));
        (await third).Plot.ParetoFront().Save(Path.Combine(folder, "front.svg"));
        """;

    private readonly TempFolder _folder = new();

    public SideBySideTests()
    {
        _folder.Write("nested.csx", Recipe);
        Directory.CreateDirectory(_folder.Of("files"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task They_run_side_by_side_and_each_ends_as_it_does_alone()
    {
        _folder.Write("files/meet", "");
        (await RunAsync("together")).Succeeded();
        File.Delete(_folder.Of("files/meet"));
        (await RunAsync("alone", "--set", "atOnce=false")).Succeeded();

        File.Exists(_folder.Of("files/third-met")).Should().BeTrue();
        Stories("together").Should().Equal(Stories("alone"));
        File.ReadAllText(_folder.Of("files/history.svg")).Should().Contain("<svg").And.Contain("best so far");
        File.ReadAllText(_folder.Of("files/front.svg")).Should().Contain("<svg").And.Contain("front");
    }

    [Fact]
    public async Task Killed_inside_and_between_they_end_as_ones_that_were_never_interrupted()
    {
        foreach (var place in new[] { "first", "between", "second" })
        {
            _folder.Write($"files/{place}", "");
            using (NasProgram.Start(_folder.Path, [], Arguments("killed")))
            {
                SpinWait.SpinUntil(() => File.Exists(_folder.Of("files/held")), TimeSpan.FromMinutes(3)).Should().BeTrue(place);
            }

            File.Delete(_folder.Of("files/held"));
            File.Delete(_folder.Of($"files/{place}"));
        }

        (await RunAsync("killed")).Succeeded();
        (await RunAsync("whole")).Succeeded();

        Stories("killed").Should().Equal(Stories("whole"));
    }

    private string[] Arguments(string workspace) =>
        ["run", "nested.csx", "--workers", "2", "--workspace", workspace, "--set", $"folder={_folder.Of("files")}"];

    private Task<ProgramResult> RunAsync(string workspace, params string[] more) =>
        NasProgram.RunAsync(_folder.Path, [.. Arguments(workspace), .. more]);

    private string[] Stories(string workspace) =>
    [
        .. new[] { "first", "second", "third" }.Select(search => Nas.Run(_folder.Of(workspace), "show", search, "--json").Succeeded().Json)
            .Select(found => found.GetProperty("trials").GetRawText() + found.GetProperty("finalists").GetRawText()
                + found.GetProperty("spec").GetRawText()),
    ];
}
