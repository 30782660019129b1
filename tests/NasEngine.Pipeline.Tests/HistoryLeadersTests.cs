using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>The best trial of a search that is not at its end.</summary>
public sealed class HistoryLeadersTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_search_that_was_interrupted_has_the_best_of_what_it_measured()
    {
        var spec = ToyParts.Spec();
        await _workspace.RunAsync(spec, stopAt: 20);

        var history = _workspace.Read();
        var leaders = history.Leaders((Objective)spec.Objective);

        history.Finalists.Should().BeEmpty();
        history.Steps.Should().BePositive();
        leaders[0].Score.Should().Be(history.Candidates.Where(entry => entry.Measurement is { Failure: null })
            .Max(entry => ((Objective)spec.Objective).Score(entry.Measurement!.Metrics)));
        leaders.Select(leader => leader.Score).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task At_the_end_the_best_trials_are_the_winners_that_were_chosen()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        var history = _workspace.Read();

        history.Leaders((Objective)history.Header.Spec.Objective).Select(leader => leader.Architecture)
            .Should().StartWith(history.Finalists.OrderBy(finalist => finalist.Chosen).Select(finalist => finalist.Architecture));
    }
}
