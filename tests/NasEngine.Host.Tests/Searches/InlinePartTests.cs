using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A search whose space, strategy, estimator and objective are all written in its recipe.</summary>
public sealed class InlinePartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public InlinePartTests() => File.Copy(Repository.Script("inline"), _folder.Of("inline.csx"));

    private string[] Kept => Directory.GetFiles(_folder.Of(".nas/parts"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_goes_on_without_its_recipe_and_ends_as_one_that_was_never_interrupted()
    {
        (await RunAsync("--set", "trials=60")).Succeeded();
        File.Delete(_folder.Of("inline.csx"));
        var resumed = (await NasProgram.RunAsync(_folder.Path, "resume", "inline-7", "--budget", "trials=200", "--json")).Succeeded();
        var trials = await TrialsAsync(".nas");

        File.Copy(Repository.Script("inline"), _folder.Of("inline.csx"));
        var whole = (await RunAsync("--json", "--workspace", "whole")).Succeeded();

        trials.Should().Be(await TrialsAsync("whole")).And.Contain("val_loss");
        resumed.Json.GetProperty("best").GetRawText().Should().Be(whole.Json.GetProperty("best").GetRawText()).And.Contain("0+7+0+0+11+3");
        (await NasProgram.RunAsync(_folder.Path, "show", "inline-7", "--json")).Succeeded().Json.GetProperty("origin").GetProperty("plugins")
            .EnumerateObject().Select(plugin => plugin.Name.Split('@')[0]).Should().BeEquivalentTo("waves", "Climber", "Fit", "score");
    }

    [Fact]
    public async Task Another_code_is_another_search_and_a_lost_part_comes_back_with_its_recipe()
    {
        (await RunAsync("--set", "trials=20")).Succeeded();
        Kept.Should().HaveCount(4);
        Directory.Delete(_folder.Of(".nas/parts"), recursive: true);
        (await NasProgram.RunAsync(_folder.Path, "best", "inline-7")).ShouldRefuse("there is no such file", "Run the recipe again");

        Write(("// Everything", "// All and everything"));
        (await RunAsync("--set", "trials=20")).Succeeded();
        Write(("patience = 20", "patience = 21"), ("Math.Sin(7 * x)", "Math.Sin(8 * x)"));
        (await RunAsync("--set", "trials=20")).ShouldRefuse("'inline-7' with another definition", "strategy.code: ", "estimator.code: ");
        Kept.Should().HaveCount(4);
    }

    [Fact]
    public async Task An_estimator_and_data_of_a_recipe_run_in_worker_processes()
    {
        _folder.Write("process.csx", """
            class Ids : IDataset
            {
                public string Name => "ids";
                public int Classes => 2;
                public string Hash => "0011";
                public LabelledImages Train => new(new ImageShape(1, 1, 1), new byte[2], new byte[2]);
                public LabelledImages Test => Train;
            }

            class Process(EstimatorSetup setup, int own) : IEstimator
            {
                public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation) { }
                public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) => new Measurement()
                    .With("val_accuracy", Environment.ProcessId == own ? 0 : setup.Data!.Classes / 2.0).With("number", candidate.Number);
                public void Dispose() { }
            }

            var own = Environment.ProcessId;
            await Search("process").Space("nasbench201").Strategy("random").Data(() => new Ids()).Estimator<Process>(new { Own = own })
                .Objective(trial => trial["val_accuracy"] + trial["number"]).Budget(trials: 3).RunAsync();
            """);

        var best = (await NasProgram.RunAsync(_folder.Path, "run", "process.csx", "--json")).Succeeded().Json.GetProperty("best").GetProperty("metrics");

        best.GetProperty("val_accuracy").GetDouble().Should().Be(1);
        best.GetProperty("number").GetDouble().Should().Be(2);
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => NasProgram.RunAsync(_folder.Path, ["run", "inline.csx", .. arguments]);

    private async Task<string> TrialsAsync(string workspace) =>
        (await NasProgram.RunAsync(_folder.Path, "show", "inline-7", "--json", "--workspace", workspace)).Succeeded().Json.GetProperty("trials").GetRawText();

    private void Write(params (string Was, string Now)[] changes) => _folder.Write(
        "inline.csx", changes.Aggregate(File.ReadAllText(Repository.Script("inline")), (text, change) => text.Replace(change.Was, change.Now)));
}
