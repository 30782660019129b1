using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>A completed search is told by its end as it is by all of its journal.</summary>
public sealed class HistoryEndTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(WorkKind.Trials, 12)]
    [InlineData(WorkKind.SupernetSteps, 0)]
    public async Task The_end_says_what_the_whole_says(WorkKind kind, int trials)
    {
        _workspace.Parts.Instead = candidate => candidate.Number is < 40 and var number && number % 7 == 3
            ? new Measurement().With(number % 2 == 0 ? "score" : "other", double.NaN) : null;
        await _workspace.RunAsync(ToyParts.Spec(kind) with { Final = new FinalSpec("toy", 2) });
        var whole = _workspace.Read();

        var end = End(12)!;

        (end.Steps, end.Samples, end.Trials, end.IsSupernet).Should().Be((whole.Steps, whole.Samples, whole.Trials, whole.IsSupernet));
        end.Status.Should().Equal(whole.Status);
        end.Leaders(new Objective("score", [])).Select(leader => leader with { Network = null }) // The whole is read without a space.
            .Should().Equal(kind == WorkKind.Trials ? whole.Leaders(new Objective("score", [])) : []);
        end.Finalists.Should().Equal(whole.Finalists);
        end.FinalTimes.Should().Equal(whole.FinalTimes);
        end.Candidates.Should().Equal(whole.Candidates.TakeLast(trials));
        end.Totals!.Reasons.Should().Equal(new Dictionary<string, long>
        {
            ["NotANumber: Metric 'score' is NaN."] = 3, ["NotANumber: Metric 'other' is NaN."] = 3,
        });
    }

    [Fact]
    public async Task The_front_at_the_end_is_that_of_all_trials_with_all_that_was_measured_of_it()
    {
        await _workspace.RunAsync(ToyParts.Spec() with { Objective = new Objective("score", []).Against("macs") });
        var whole = _workspace.Read();

        var end = End(0)!;

        end.Candidates.Should().BeEmpty();
        end.Front().Should().Equal(whole.Front()).And.NotBeEmpty();
        end.Front().Should().OnlyContain(
            member => member.Measurement!.Metrics.SequenceEqual(whole.Candidates[(int)member.Number].Measurement!.Metrics));
        end.Totals!.State.Placed.Should().Be(40);
    }

    [Fact]
    public async Task A_search_that_is_not_done_or_lost_attempts_is_read_from_its_beginning()
    {
        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 30);
        End(5).Should().BeNull();
        _workspace.Parts.BeforeTraining = candidate => _ = candidate.Number == 38 ? throw new InvalidOperationException("lost") : 0;
        await _workspace.RunAsync(ToyParts.Spec());
        End(5).Should().BeNull();
    }

    [Fact]
    public async Task An_event_after_the_end_that_was_altered_is_noticed()
    {
        await _workspace.RunAsync(ToyParts.Spec() with { Final = new FinalSpec("toy", 2) });
        _workspace.Execute("UPDATE events SET at = at + 1 WHERE kind = 'completed'");

        FluentActions.Invoking(() => End(5)).Should().Throw<InputException>().WithMessage("*is damaged*was altered*");
    }

    private SearchHistory? End(int trials)
    {
        using var journal = SearchJournal.OpenToRead(_workspace.Folder)!;
        return HistoryEnd.Read(journal, journal.Find("toy")!, trials);
    }
}
