using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Searches whose trials start from the networks of others, through the journal, workers and files.</summary>
public sealed class InheritanceTests : IDisposable
{
    private const int Budget = 12;

    private readonly Workspace _undisturbed = Heirs(WorkKind.Trials);

    public void Dispose() => _undisturbed.Dispose();

    [Fact]
    public async Task Trials_start_from_what_others_left_and_only_what_may_be_asked_for_stays()
    {
        var outcome = await _undisturbed.RunAsync(Spec(WorkKind.Trials));

        var history = _undisturbed.Read();
        var best = (long)history.Candidates[^1].Status["best"];
        history.Candidates.Count(entry => ((Trial)entry.Candidate.Work).Weights is InheritedWeights).Should().BeGreaterThan(5);
        history.Candidates.Should().OnlyContain(entry => entry.Measurement!.Network != null);
        outcome.State.Kept.Keys.Should().Equal(best);
        (await Files(_undisturbed, 1).WaitAsync(TimeSpan.FromMinutes(1))).Should().ContainSingle().Which.Should().Contain(history.Candidates[(int)best].Measurement!.Network);
    }

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.Both)]
    public async Task Stopped_at_any_point_and_resumed_it_ends_as_if_never_interrupted(WorkKind kind)
    {
        using var undisturbed = Heirs(kind);
        await undisturbed.RunAsync(Spec(kind));
        for (var point = 0; point < Budget; point++)
        {
            using var workspace = Heirs(kind);
            var stopped = await workspace.RunAsync(Spec(kind), stopAt: point);
            (stopped.Interrupted || point >= Budget - 2).Should().BeTrue("only one of the last candidates can end before it hears of the stop");
            await workspace.RunAsync(Spec(kind));
            workspace.Story().Should().Be(undisturbed.Story(), "it was stopped at candidate {0}", point);
        }
    }

    [Fact]
    public async Task Winners_may_keep_the_weights_that_their_trials_left()
    {
        var started = new List<Candidate>();
        _undisturbed.Parts.BeforeTraining = candidate => started.Add(candidate);
        var spec = Spec(WorkKind.Trials) with { Final = new FinalSpec("toy", 1) { Inherits = true } };

        var outcome = await _undisturbed.RunAsync(spec);

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        var winner = (Trial)started[^1].Work;
        winner.Fidelity.Should().Be(new Fidelity(Epochs: 0));
        winner.Weights.Should().Be(WeightOrigin.Of(outcome.State.Leaders.First(leader => leader.Architecture.Equals(winner.Architecture)).Number));
    }

    [Theory]
    [InlineData(Budget)]
    [InlineData(Budget - 3)]
    public async Task A_winner_below_the_highest_fidelity_keeps_the_weights_that_its_trial_left(int stopAt)
    {
        using var workspace = Heirs(_ => new ToyFounder());
        var spec = Spec(WorkKind.Trials) with { Window = 1, Final = new FinalSpec("toy", 1) { Inherits = true } };
        await workspace.RunAsync(spec, stopAt: stopAt);

        var outcome = await workspace.RunAsync(spec);

        outcome.State.Failure.Should().BeNull();
        outcome.State.Finalists.Should().ContainSingle().Which.Architecture.Should().Be(ToyFounder.First);
        outcome.State.Finalists[0].Measurement!.Failure.Should().BeNull();
        outcome.State.Leaders.Should().NotContain(leader => leader.Architecture.Equals(ToyFounder.First));
    }

    [Fact]
    public async Task Winners_whose_trials_left_nothing_end_the_search_with_a_sentence()
    {
        using var workspace = new Workspace();
        var outcome = await workspace.RunAsync(ToyParts.Spec(budget: 6) with { Final = new FinalSpec("toy", 1) { Inherits = true } });
        outcome.State.Failure.Should().Match("The winners of search 'toy' are to keep their weights, and no trial left those of '*'; strategy 'trials' must propose trials with Keep, or leave out inherit.");
    }

    [Fact]
    public async Task A_network_that_is_damaged_ends_the_search_by_its_path()
    {
        var damaged = false;
        _undisturbed.Parts.BeforeTraining = candidate =>
        {
            if (!damaged && candidate.Work is Trial { Weights: InheritedWeights { Candidate: var parent } })
            {
                damaged = true;
                File.WriteAllText(Directory.GetFiles(Folder(_undisturbed), $"{parent:D10}-*").Single(), "damaged");
            }
        };

        await FluentActions.Awaiting(() => _undisturbed.RunAsync(Spec(WorkKind.Trials))).Should().ThrowAsync<InputException>()
            .WithMessage("The network of candidate * in '*' is not what was written there*");
    }

    [Fact]
    public async Task What_is_not_in_the_journal_is_gone_when_a_search_is_resumed()
    {
        await _undisturbed.RunAsync(Spec(WorkKind.Trials), stopAt: 4);
        var stray = Path.Combine(Folder(_undisturbed), "0000000099-abc.network");
        File.WriteAllText(stray, "stray");
        await _undisturbed.RunAsync(Spec(WorkKind.Trials));
        File.Exists(stray).Should().BeFalse();
    }

    private static string Folder(Workspace workspace) => Path.Combine(workspace.Folder, "networks", "toy");

    /// <summary>Files are deleted beside the search; they are waited for by looking.</summary>
    private static async Task<string[]> Files(Workspace workspace, int expected)
    {
        string[] files;
        while ((files = Directory.GetFiles(Folder(workspace))).Length > expected)
        {
            await Task.Yield();
        }

        return files;
    }

    private static Workspace Heirs(WorkKind kind) => Heirs(_ => new ToyHeirs(kind));

    private static Workspace Heirs(Func<StrategySetup, IStrategy> strategy) => new()
    {
        Parts = new ToyParts { Keeps = true, OwnStrategy = strategy },
        Settings = new() { Workers = 2, BackOff = TimeSpan.FromMilliseconds(1), SnapshotEvery = 3, CheckpointPeriod = TimeSpan.Zero },
    };

    private static SearchSpec Spec(WorkKind kind) => ToyParts.Spec(budget: Budget, window: 2) with
    {
        Strategy = "own",
        Estimator = kind == WorkKind.Trials ? "toy" : "supernet",
        Budget = new Budget(Budget),
        Window = kind == WorkKind.Trials ? 2 : 1,
    };
}
