using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Searches by an objective that a plugin offers.</summary>
public sealed class OfferedObjectiveTests : IDisposable
{
    private static readonly SearchSpec Spec = ToyParts.Spec() with { Objective = new OfferedObjective(new ComponentSpec("toy-objective", OptionBag.From(new { Weight = 2 }))) };

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Its_score_ranks_the_trials_and_its_axes_make_the_front()
    {
        _workspace.Parts.Objective.Scored = metrics => -Math.Abs(metrics["score"] - 50) - metrics["macs"];

        var outcome = await _workspace.RunAsync(Spec);

        var history = _workspace.Read();
        outcome.State.Leaders[0].Score.Should().Be(history.Candidates.Max(entry =>
            -Math.Abs(entry.Measurement!.Metrics["score"] - 50) - entry.Measurement.Metrics["macs"]));
        history.Front().Should().NotBeEmpty().And.OnlyContain(member => member.Values.Length == 2);
        ParetoFront.Once(outcome.State.NonDominated).Should().Equal(history.Front());
    }

    [Fact]
    public async Task The_journal_has_its_id_options_axes_and_targets()
    {
        await _workspace.RunAsync(Spec);

        _workspace.Read().Header.Spec.Objective.Should().Be(new OfferedObjective(
            ((OfferedObjective)Spec.Objective).Component, _workspace.Parts.Objective.Axes, [new CostTarget("macs", 15)]));
    }

    [Fact]
    public async Task Stopped_and_resumed_a_search_by_it_ends_as_one_never_stopped()
    {
        using var undisturbed = new Workspace();
        var whole = await undisturbed.RunAsync(Spec);
        foreach (var at in new long[] { 3, 17, 30 })
        {
            _workspace.Settings = _workspace.Settings with { SnapshotEvery = 4 };
            await _workspace.RunAsync(Spec, stopAt: at);
        }

        var resumed = await _workspace.RunAsync(Spec);

        _workspace.Story().Should().Be(undisturbed.Story());
        resumed.State.Leaders.Should().Equal(whole.State.Leaders);
        resumed.State.NonDominated.Should().Equal(whole.State.NonDominated);
    }

    [Fact]
    public async Task Other_options_or_another_objective_are_another_definition()
    {
        await _workspace.RunAsync(Spec);

        var options = () => _workspace.RunAsync(Spec with { Objective = new OfferedObjective("toy-objective") });
        var other = () => _workspace.RunAsync(Spec with { Objective = new Objective("score", []) });

        await options.Should().ThrowAsync<InputException>().WithMessage("*(objective.weight: 2 → default)*");
        await other.Should().ThrowAsync<InputException>().WithMessage("*(objective: toy-objective → score; axes: score, −macs → score)*");
    }

    [Fact]
    public async Task One_that_throws_stops_the_search_by_its_name_and_once_mended_it_goes_on()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(Spec);
        var scored = _workspace.Parts.Objective.Scored;
        _workspace.Parts.Objective.Scored = metrics => metrics["macs"] > 20 ? throw new InvalidOperationException("too many") : scored(metrics);
        var failed = await _workspace.RunAsync(Spec);
        _workspace.Parts.Objective.Scored = scored;

        await _workspace.RunAsync(Spec);

        failed.State.Failure.Should().Be("Objective 'toy-objective' failed to score a trial: too many");
        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Fact]
    public async Task One_that_never_gives_a_number_ends_the_search_with_what_it_needs()
    {
        _workspace.Parts.Objective.Scored = _ => double.NaN;

        var outcome = await _workspace.RunAsync(Spec);

        outcome.State.Failure.Should().Be("No candidate of 40 has a score for the objective 'toy-objective'; there is score, macs, and it makes no finite number of that.");
    }

    [Fact]
    public async Task Latency_is_measured_where_it_needs_it()
    {
        _workspace.Parts.Objective.Metrics = ["score", MetricNames.Latency];

        await _workspace.RunAsync(Spec);

        _workspace.Read().Candidates.Should().OnlyContain(entry => entry.Measurement!.Metrics[MetricNames.Latency] == 1);
    }

    [Fact]
    public async Task A_new_version_with_other_axes_is_not_swapped_in()
    {
        _workspace.Plugins["toys"] = "aa";
        _workspace.Settings = _workspace.Settings with { Workers = 1 };
        _workspace.Newer.Next.Objective.Axes = [new ObjectiveAxis("score", Direction.Maximize)];
        var answer = Task.FromResult<SwapAnswer?>(null);
        _workspace.Parts.BeforeTraining = candidate => answer = candidate.Number == 12 ? _workspace.Swaps.AskAsync("toys") : answer;

        await _workspace.RunAsync(Spec);

        (await answer)!.Should().Be(new SwapAnswer(
            SwapResult.Refused,
            "Plugin 'toys' was not swapped, the old version goes on: its objective 'toy-objective' has other axes than the one that the search began with."));
    }

    [Fact]
    public void A_definition_with_it_reads_back_from_its_record()
    {
        var spec = Spec with { Objective = new OfferedObjective("own", [new ObjectiveAxis("a", Direction.Minimize), new ObjectiveAxis("b", Direction.Maximize)], [new CostTarget("c", 3)]) };

        spec.ToRecord().ToSpec().Should().Be(spec);
    }
}
