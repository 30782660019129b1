using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A search whose trials are trained by somebody else: asked for, told, and durable like any other.</summary>
public sealed class AskAndTellTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Trials_are_handed_out_once_each_told_in_any_order_and_the_search_ends_with_a_winner()
    {
        await DeclareAsync(Spec("mine"));

        var first = Ask();
        var second = Ask();
        (Number(first), Number(second)).Should().Be((0, 1));
        first.GetProperty("architecture").GetString().Should().StartWith("|");
        first.GetProperty("decisions").EnumerateObject().Should().HaveCount(6);
        Run("ask", "mine", "--json").Json.GetProperty("state").GetString().Should().Be("waiting", "the window is two");
        Run("ask", "mine").Output.Should().StartWith("All open trials of search 'mine' are handed out: 0, 1. Tell what came of one: ");
        Run("ask", "mine", "--trial", "1").Output.Should().StartWith("trial 1: " + second.GetProperty("architecture").GetString());

        Run("list", "--json").Json.GetProperty("searches")[0].GetProperty("state").GetString()
            .Should().Be("waiting", "nothing runs, and nothing was interrupted");

        Run("tell", "mine", "1", "val_accuracy=0.8").Output.Should().Be("Trial 1 is told, 1 of 4; best 0.8000, trial 1.\n");
        Run("trials", "mine", "--state", "open", "--json").Json.GetProperty("trials").EnumerateArray().Should().HaveCount(
            1, "candidate 2 is proposed when candidate 0 is observed");
        Run("tell", "mine", "0", "--failed", "out of memory").Output.Should().Be("Trial 0 is told, 2 of 4; best 0.8000, trial 1.\n");
        Number(Ask()).Should().Be(2);
        Run("tell", "mine", "2", "val_accuracy=0.9", "macs=7");
        Number(Ask()).Should().Be(3);
        var last = Run("tell", "mine", "3", "val_accuracy=0.7", "--json").Json;

        last.GetProperty("state").GetString().Should().Be("completed");
        Run("ask", "mine", "--json").Json.GetProperty("state").GetString().Should().Be("completed");
        var trials = Run("trials", "mine", "--json").Json.GetProperty("trials").EnumerateArray().ToArray();
        trials[0].GetProperty("failure").GetString().Should().Be("BadArchitecture: out of memory");
        trials[1].GetProperty("metrics").GetProperty("macs").GetDouble().Should().BePositive("what can be counted is");
        trials[2].GetProperty("metrics").GetProperty("macs").GetDouble().Should().Be(7, "what is told stands");
        Run("best", "mine", "--json").Json.GetProperty("architectures")[0].GetProperty("metrics").GetProperty("val_accuracy").GetDouble().Should().Be(0.9);
        File.Exists(_folder.Of("results/mine/result.json")).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_told_wrongly_is_refused_with_what_would_be_right_and_the_trial_stays_open()
    {
        await DeclareAsync(Spec("mine"));
        Ask();

        Refused("tell", "mine", "0").Should().Contain("The search needs 'val_accuracy' of a trial; tell it: val_accuracy=NUMBER.");
        Refused("tell", "mine", "0", "val_accuracy").Should().Contain("'val_accuracy' is no metric with a number");
        Refused("tell", "mine", "0", "val_accuracy=NaN").Should().Contain("--failed REASON");
        Refused("tell", "mine", "0", "val_accuracy=1", "val_accuracy=2").Should().Contain("told twice");
        Refused("tell", "mine", "0", "val_accuracy=1", "--failed", "x").Should().Contain("has no metrics");
        Refused("tell", "mine", "9", "val_accuracy=1").Should().Contain("There is no trial 9 in search 'mine'");
        Refused("ask", "mine", "--trial", "9").Should().Contain("Trial 9 of search 'mine' is not open; open are 0, 1.");
        Run("tell", "mine", "0", "val_accuracy=0.5");
        Refused("tell", "mine", "0", "val_accuracy=0.6").Should().Contain("is told already");
        Refused("ask", "other").Should().Contain("There is no search 'other'");
    }

    [Fact]
    public void A_search_that_trains_its_trials_itself_hands_out_none()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("x"), MadeSearch.Interrupted);

        Refused("ask", "x").Should().Contain("Search 'x' measures its trials itself").And.Contain(".Estimator(\"told\")");
        Refused("tell", "x", "4", "val_accuracy=1").Should().Contain("measures its trials itself");
    }

    [Fact]
    public async Task What_somebody_wants_tried_is_handed_out_after_what_is_open()
    {
        await DeclareAsync(Spec("mine"));
        var wished = "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|none~0|none~1|nor_conv_3x3~2|";

        Nas.Run(_folder.Path, "watch", "mine").Output.Should().StartWith("mine: waiting after 0 of 4. Go on with: nas ask mine");
        ResumeHint.Of(Spec("mine"), ".nas", [], hasFailed: true).Should().Be("nas resume mine", "a failed one hands out none");
        Run("enqueue", "mine", wished).Output.Should().Be("Search 'mine' tries 1 next when it goes on: nas ask mine\n");

        Ask();
        Ask();
        Run("tell", "mine", "0", "val_accuracy=0.5");
        Ask().GetProperty("architecture").GetString().Should().Be(wished);
        Run("tell", "mine", "2", "val_accuracy=0.9").Output.Should().Contain("best 0.9000, trial 2");
        Refused("enqueue", "mine", "|three|").Should().Contain("|three|");
        Run("enqueue", "mine", wished);
        Refused("enqueue", "mine", wished).Should().Contain(
            "has room for 0 more trials, and 1 would not fit; enqueue fewer, or give it more to spend first: nas resume mine --budget trials=5.");
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("done"), MadeSearch.Completed, "completed");
        Refused("enqueue", "done", wished).Should().Contain("is completed; give it more to spend first: nas resume done --budget trials=N.");
    }

    [Fact]
    public void An_estimator_that_is_told_is_no_other_ones_and_trains_no_winners()
    {
        var catalog = HostServices.Open(Array.Empty<string>()).Catalog;
        var space = catalog.Space("nasbench201");
        using var told = catalog.Create<IEstimator, EstimatorSetup>("told", new EstimatorSetup(space, null, 1, "cpu", 1, catalog));
        var trial = new Candidate(0, new Trial(MadeSearch.Cell(1), Fidelity.Full));

        foreach (var call in new Action[] { () => told.Train(trial, null!, default), () => told.Evaluate(trial, null!, default) })
        {
            call.Should().Throw<InputException>().WithMessage("Estimator 'told' measures nothing itself and cannot be one among others*");
        }
    }

    private static SearchSpec Spec(string name) => MadeSearch.Spec(name) with
    {
        Estimator = "told", Objective = new Objective(MetricNames.ValidationAccuracy, []), Budget = new Budget(4) { Trials = 4 }, Window = 2,
    };

    /// <summary>As a recipe does; it ends where the search waits for results.</summary>
    private async Task DeclareAsync(SearchSpec spec)
    {
        using var searches = new HostSearchRunner(
            _folder.Path, HostServices.Open(Array.Empty<string>()), new LaunchOptions { Quiet = true }, json: true, null, TimeProvider.System);
        await FluentActions.Awaiting(() => searches.RunAsync(spec, CancellationToken.None)).Should().ThrowAsync<OperationCanceledException>();
    }

    private System.Text.Json.JsonElement Ask() => Run("ask", "mine", "--json").Json.GetProperty("trial");

    private static long Number(System.Text.Json.JsonElement trial) => trial.GetProperty("number").GetInt64();

    private ProgramResult Run(params string[] arguments) => Nas.Run(_folder.Path, arguments).Succeeded();

    private string Refused(params string[] arguments)
    {
        var result = Nas.Run(_folder.Path, arguments);
        result.ShouldRefuse("nas: ");
        return result.Error;
    }
}
