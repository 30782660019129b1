using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>A search goes on with a definition of which its own is a beginning, and ends as one that had it from the start.</summary>
public sealed class GoingOnTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(WorkKind.Trials, 1, 40)]
    [InlineData(WorkKind.Trials, 3, 40)]
    [InlineData(WorkKind.Trials, 39, 60)]
    [InlineData(WorkKind.SupernetSteps, 1, 40)]
    [InlineData(WorkKind.SupernetSteps, 25, 40)]
    public async Task A_larger_budget_continues_a_finished_search_as_if_it_had_begun_with_it(WorkKind kind, int budget, int larger)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(kind, larger));
        _workspace.Settings = _workspace.Settings with { SnapshotEvery = 5, CheckpointPeriod = TimeSpan.Zero };
        await _workspace.RunAsync(ToyParts.Spec(kind, budget));

        var stopped = await _workspace.RunAsync(ToyParts.Spec(kind, larger), stopAt: larger - 15);
        var outcome = await _workspace.RunAsync(ToyParts.Spec(kind, larger));

        stopped.Interrupted.Should().BeTrue();
        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        _workspace.Story().Should().Be(undisturbed.Story());
        _workspace.Read().Header.Spec.Budget.Candidates.Should().Be(larger);
        _workspace.Observer.Notes.Should().Contain($"Going on with another definition (budget: {budget} → {larger}); the journal has taken note.");
    }

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task An_interrupted_search_takes_a_larger_budget_too_and_then_another(WorkKind kind)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(kind, 60));
        foreach (var (budget, at) in new[] { (20L, 11L), (30, 19), (30, 24), (60, 33) })
        {
            await _workspace.RunAsync(ToyParts.Spec(kind, budget), at);
        }

        await _workspace.RunAsync(ToyParts.Spec(kind, 60));

        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Fact]
    public async Task Winners_that_are_asked_for_later_are_trained_without_the_search_anew()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(Final(2));
        await _workspace.RunAsync(ToyParts.Spec());

        await _workspace.RunAsync(Final(2));

        _workspace.Parts.Trained.Should().Be(42);
        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Fact]
    public async Task More_winners_are_added_to_those_that_are_trained()
    {
        using var undisturbed = new Workspace();
        _workspace.Parts.Instead = undisturbed.Parts.Instead =
            candidate => candidate.Number >= 40 ? new Measurement().With("score", candidate.Number) : null;
        var expected = await undisturbed.RunAsync(Final(3));
        var folder = Path.Combine(_workspace.Folder, "results", "toy");
        WinnerFolders.Name(folder, (await _workspace.RunAsync(Final(2))).State.Finalists);

        var outcome = await _workspace.RunAsync(Final(3));
        WinnerFolders.Name(folder, outcome.State.Finalists);

        _workspace.Parts.Trained.Should().Be(43);
        outcome.State.Finalists.Should().Equal(expected.State.Finalists);
        new[] { "best", "runner-up-1", "runner-up-2" }.Select(name => File.ReadAllText(Path.Combine(folder, name, "weights")))
            .Should().Equal(outcome.State.Finalists.Select(winner => winner.Architecture.Key));
        WinnerFolders.Name(folder, (await _workspace.RunAsync(Final(1))).State.Finalists);
        Directory.GetDirectories(folder).Select(Path.GetFileName).Should().Equal("best");
    }

    [Fact]
    public async Task Winners_that_are_to_be_trained_otherwise_are_trained_again()
    {
        await _workspace.RunAsync(Final(2));

        await _workspace.RunAsync(Final(2) with { Final = new FinalSpec(new ComponentSpec("toy", OptionBag.Empty.With("epochs", "9")), 2) });

        _workspace.Parts.Trained.Should().Be(44);
    }

    [Fact]
    public async Task A_smaller_budget_and_any_other_word_is_another_search()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        foreach (var other in new[] { ToyParts.Spec(budget: 39), ToyParts.Spec(budget: 50) with { Seed = 6 }, ToyParts.Spec(budget: 50, window: 3) })
        {
            await _workspace.Awaiting(workspace => workspace.RunAsync(other)).Should().ThrowAsync<InputException>().WithMessage("*another definition*");
        }
    }

    [Fact]
    public async Task An_estimator_or_a_strategy_that_plans_over_the_budget_refuses_a_larger_one_and_nothing_is_written()
    {
        var own = new ToyParts { OwnStrategy = setup => new ToyStrategy(WorkKind.Trials, (int)(setup.Budget.Candidates % 4)) };
        _workspace.Parts = own;
        await _workspace.RunAsync(ToyParts.Spec() with { Strategy = "own" });
        var story = _workspace.Story();

        await Refused("strategy 'own' plans by its budget, and would have proposed otherwise; give the larger search another name.");
        _workspace.EstimatorPlans = true;
        await Refused("estimator 'toy' plans over the budget that it began with; give the larger search another name.");

        _workspace.Story().Should().Be(story);
        _workspace.Read().Header.Spec.Budget.Candidates.Should().Be(40);

        async Task Refused(string since) => await _workspace.Awaiting(one => one.RunAsync(ToyParts.Spec(budget: 41) with { Strategy = "own" }))
            .Should().ThrowAsync<InputException>().WithMessage($"Search 'toy' cannot go on with another budget (budget: 40 → 41): {since}");
    }

    [Fact]
    public async Task A_definition_that_was_altered_behind_the_journals_back_is_noticed_and_a_repair_brings_back_the_true_one()
    {
        await _workspace.RunAsync(ToyParts.Spec(budget: 20));
        await _workspace.RunAsync(ToyParts.Spec(budget: 30));
        var story = _workspace.Story();
        JournalRepair.Run(_workspace.Folder, repair: false, DateTimeOffset.UnixEpoch).Damage.Should().BeNull();

        Set(ToyParts.Spec(budget: 50));

        _workspace.Invoking(one => one.Story()).Should().Throw<InputException>().WithMessage("*the definition of search 'toy' was altered*");
        _workspace.Execute("UPDATE events SET payload = zeroblob(3) WHERE kind = 'finalists' AND seq > 60");
        JournalRepair.Run(_workspace.Folder, repair: true, DateTimeOffset.UnixEpoch).DamagedCopy.Should().NotBeNull();
        await _workspace.RunAsync(ToyParts.Spec(budget: 30));
        _workspace.Story().Should().Be(story);
    }

    private static SearchSpec Final(int count) => ToyParts.Spec() with { Final = new FinalSpec("toy", count) };

    private void Set(SearchSpec spec) =>
        _workspace.Execute($"UPDATE searches SET spec = x'{Convert.ToHexString(MessagePackSerializer.Serialize(spec.ToRecord()))}'");
}
