using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Winners that are lost again and again, and many of them.</summary>
public sealed class FinalistTests : IDisposable
{
    private const long First = 40;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_finalist_lost_too_often_is_done_without_and_that_is_said()
    {
        Lose(First + 1);

        var outcome = await _workspace.RunAsync(Spec(3));

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        outcome.State.Finalists.OrderBy(finalist => finalist.Chosen).Select(finalist => finalist.IsLost).Should().Equal(false, true, false);
        outcome.State.Finalists[^1].IsLost.Should().BeTrue("what could not be measured stands behind what was");
        _workspace.Observer.Notes.Should().Contain("Finalist 2 could not be trained: 3 attempts failed. The search ends without it.");
    }

    [Fact]
    public async Task Finalists_that_were_all_lost_are_tried_again_when_the_search_is_resumed()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(Spec(2));
        Lose(First, First + 1);
        var failed = await _workspace.RunAsync(Spec(2));
        _workspace.Parts.BeforeTraining = null;

        var resumed = await _workspace.RunAsync(Spec(2));

        failed.State.Failure.Should().Be("No winner could be trained: 3 attempts failed.");
        resumed.State.Phase.Should().Be(SearchPhase.Completed);
        resumed.State.Finalists.Should().OnlyContain(finalist => !finalist.IsLost);
        _workspace.Story().Should().Be(undisturbed.Story());
    }

    [Fact]
    public async Task As_many_finalists_as_were_asked_for_are_trained()
    {
        var outcome = await _workspace.RunAsync(ToyParts.Spec(budget: 200) with { Final = new FinalSpec("toy", 12) });

        outcome.State.Finalists.Should().HaveCount(12).And.OnlyContain(finalist => finalist.Measurement!.Failure == null);
    }

    [Fact]
    public async Task Winners_are_ranked_by_their_own_final_measurement_and_not_by_what_the_search_held_of_them()
    {
        _workspace.Parts.Instead = candidate => candidate.Number >= First ? new Measurement().With("score", candidate.Number) : null;

        var outcome = await _workspace.RunAsync(Spec(3));

        outcome.State.Finalists.Select(finalist => finalist.Chosen).Should().Equal(2, 1, 0);
        outcome.State.Finalists.Select(finalist => finalist.FinalScore!.Score).Should().Equal(42, 41, 40);
        _workspace.Read().Finalists.Select(finalist => finalist.Architecture)
            .Should().Equal(outcome.State.Finalists.Select(finalist => finalist.Architecture), "the journal says the same");
    }

    [Fact]
    public async Task The_folders_of_the_winners_get_their_names_when_the_search_is_done_and_a_stop_in_between_is_mended()
    {
        _workspace.Parts.Instead = candidate => candidate.Number >= First ? new Measurement().With("score", candidate.Number) : null;
        var outcome = await _workspace.RunAsync(Spec(3));
        var folder = Path.Combine(_workspace.Folder, "results", "toy");
        var winners = outcome.State.Finalists;
        Directory.CreateDirectory(Path.Combine(folder, "best"));
        Directory.Move(Path.Combine(folder, "finalist-2"), Path.Combine(folder, "runner-up-1"));

        WinnerFolders.Name(folder, winners);
        WinnerFolders.Name(folder, winners);

        Directory.GetDirectories(folder).Select(Path.GetFileName).Order().Should().Equal("best", "runner-up-1", "runner-up-2");
        new[] { "best", "runner-up-1", "runner-up-2" }.Select(name => File.ReadAllText(Path.Combine(folder, name, "weights")))
            .Should().Equal(winners.Select(winner => winner.Architecture.Key));
    }

    private static SearchSpec Spec(int finalists) => ToyParts.Spec(budget: First) with { Final = new FinalSpec("toy", finalists) };

    private void Lose(params long[] numbers) => _workspace.Parts.BeforeTraining = candidate =>
        _ = numbers.Contains(candidate.Number) ? throw new InvalidOperationException("lost") : 0;
}
