using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests.Following;

/// <summary>What a follower knows of a search is what its history says, wherever it was when the search went on.</summary>
public sealed class SearchFollowerTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task A_search_that_goes_on_is_followed_from_where_it_was(WorkKind kind)
    {
        _workspace.Parts.Instead = candidate => candidate.Number % 7 == 3 ? new Measurement().With("score", double.NaN) : null;
        var spec = ToyParts.Spec(kind) with { Final = new FinalSpec("toy", 2) };
        await _workspace.RunAsync(spec, stopAt: 15);
        var follower = _workspace.Follow();
        ShouldBe(follower, _workspace.Read());
        follower.Finalists.Should().BeEmpty();

        await _workspace.RunAsync(spec);
        _workspace.Follow(follower);

        ShouldBe(follower, _workspace.Read());
        follower.Finalists.Should().HaveCount(kind == WorkKind.Trials ? 2 : 1);
        follower.IsSupernet.Should().Be(kind == WorkKind.SupernetSteps);
        follower.Trials.Failures.Single().Should().Be(("NotANumber: Metric 'score' is NaN.", 6));
    }

    [Fact]
    public async Task What_a_resumed_search_takes_back_is_taken_back()
    {
        _workspace.Settings = _workspace.Settings with { FailuresInARow = 3 };
        _workspace.Parts.BeforeTraining = candidate => _ = candidate.Number >= 20 ? throw new InvalidOperationException("out of memory") : 0;
        await FluentActions.Awaiting(() => _workspace.RunAsync(ToyParts.Spec())).Should().NotThrowAsync();
        var follower = _workspace.Follow();
        follower.Failure.Should().NotBeNull();
        follower.Trials.Failures.Should().NotBeEmpty();
        ShouldBe(follower, _workspace.Read());

        _workspace.Parts.BeforeTraining = null;
        await _workspace.RunAsync(ToyParts.Spec());
        _workspace.Follow(follower);

        ShouldBe(follower, _workspace.Read());
        follower.Failure.Should().BeNull();
        follower.Trials.Failures.Should().BeEmpty();
        follower.Trials.Count.Should().Be(40);
    }

    [Fact]
    public async Task Which_worker_had_a_trial_is_in_the_journal_and_makes_no_difference()
    {
        _workspace.Settings = _workspace.Settings with { Workers = 2 };
        _workspace.Parts.Instead = candidate => candidate.Number % 7 == 3 ? new Measurement().With("score", double.NaN) : null;
        await _workspace.RunAsync(ToyParts.Spec() with { Final = new FinalSpec("toy", 2) });

        var trials = _workspace.Follow().Trials;

        Enumerable.Range(0, 40).Select(number => trials.WorkedBy(number)).Should().OnlyContain(by => by.Worker == 1 || by.Worker == 2, "also those that failed");
        trials.WorkedBy(40).IsKnown.Should().BeFalse("there is none");
        new WorkedBy(1, 2).Should().Be(new WorkedBy(2, 3)).And.Be(default(WorkedBy), "it is a circumstance, as the time of an event is");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 12.5)]
    public void Who_had_it_is_kept_with_each_event_and_events_of_earlier_programs_say_nothing(int worker, double seconds)
    {
        var by = new WorkedBy(worker, seconds) { Node = worker };
        SearchEvent[] events =
        [
            new Measured(1, new Measurement()) { By = by }, new AttemptFailed(1, 1, "lost") { By = by }, new FinalistMeasured(0, new Measurement(), null) { By = by },
        ];

        events.Select(one => EventCodec.Decode(EventCodec.Encode(one), "toy") switch
        {
            Measured e => e.By,
            AttemptFailed e => e.By,
            FinalistMeasured e => e.By,
            _ => new WorkedBy(-1, -1),
        }).Select(read => (read.Worker, read.Seconds, read.Node)).Should().OnlyContain(read => read.Worker == worker && read.Seconds == seconds && read.Node == worker);
    }

    [Fact]
    public async Task A_journal_that_was_replaced_is_read_anew()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        var follower = _workspace.Follow();
        using var other = new Workspace();
        await other.RunAsync(ToyParts.Spec() with { Seed = 9, Budget = new Budget(200) });

        other.Follow(follower);

        ShouldBe(follower, other.Read());
    }

    [Fact]
    public async Task The_shares_are_those_of_all_that_was_proposed()
    {
        await _workspace.RunAsync(ToyParts.Spec(budget: 30));

        var windows = _workspace.Follow().Shares!.Windows();

        windows.Select(window => Array.IndexOf(window.Shares[0], 1)).Should().Equal(
            _workspace.Read().Candidates.Select(entry => entry.Candidate.Work.Architectures.Single().Values[0]));
    }

    private static void ShouldBe(SearchFollower follower, SearchHistory history)
    {
        var trials = follower.Trials;
        trials.Count.Should().Be(history.Candidates.Count);
        foreach (var entry in history.Candidates)
        {
            var number = entry.Candidate.Number;
            trials.MeasuredAt(number).Should().Be(entry.At);
            (trials.FailureOf(number) is not null).Should().Be(entry.Measurement?.Failure is not null);
            trials.Metrics.Where(metric => double.IsFinite(metric.Value[number])).ToDictionary(metric => metric.Key, metric => metric.Value[number])
                .Should().Equal(entry.Measurement is { Failure: null } own ? own.Metrics.ToDictionary() : []);
            trials.Statuses.Where(status => double.IsFinite(status.Value[number])).ToDictionary(status => status.Key, status => status.Value[number])
                .Should().Equal(entry.Status.ToDictionary());
            if (entry.Candidate.Work is Trial trial)
            {
                trials.Architectures.Of("toy", number).Should().Be(trial.Architecture);
                trials.FidelityOf(number).Should().Be(trial.Fidelity);
                trials.Scores[number].Should().Be(entry.Measurement is { Failure: null } measured ? measured.Metrics["score"] : double.NaN);
            }
            else
            {
                trials.FidelityOf(number).Should().BeNull();
            }
        }

        follower.Finalists.Should().Equal(history.Finalists);
        follower.LostAttempts.Should().Equal(history.LostAttempts);
        follower.Failure.Should().Be(history.Failure);
    }
}
