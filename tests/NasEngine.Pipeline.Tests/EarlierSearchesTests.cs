using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>Completed searches as later ones see them.</summary>
public sealed class EarlierSearchesTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_completed_search_is_read_with_its_trials_its_winners_and_what_its_strategy_knew_at_the_end()
    {
        byte[]? last = null;
        var strategy = new ToyStrategy(WorkKind.Trials);
        _workspace.Parts = new ToyParts { OwnStrategy = _ => strategy };
        var spec = ToyParts.Spec(budget: 9) with { Strategy = "own" };
        await _workspace.RunAsync(spec);
        last = Saved(strategy);

        var earlier = new EarlierSearches(_workspace.Folder);

        earlier.Names.Should().Equal("toy");
        var read = earlier.Read("toy");
        read.Spec.Budget.Should().Be(spec.Budget);
        read.Trials.Select(trial => trial.Candidate.Number).Should().Equal(Enumerable.Range(0, 9).Select(number => (long)number));
        read.Trials.Should().OnlyContain(trial => trial.Measurement.Metrics.ContainsKey("score"));
        read.Found.Should().NotBeEmpty();
        read.Strategy.ToArray().Should().Equal(last);
    }

    [Fact]
    public async Task One_that_is_not_there_or_not_completed_is_refused()
    {
        var earlier = new EarlierSearches(_workspace.Folder);
        earlier.Names.Should().BeEmpty();
        earlier.Invoking(one => one.Read("toy")).Should().Throw<InputException>()
            .WithMessage("There is no completed search 'toy' in this workspace to start from.");

        await _workspace.RunAsync(ToyParts.Spec(), stopAt: 5);
        earlier.Names.Should().BeEmpty();
        earlier.Invoking(one => one.Read("toy")).Should().Throw<InputException>();
    }

    [Fact]
    public async Task A_strategy_is_made_with_the_earlier_searches_of_the_workspace()
    {
        await _workspace.RunAsync(ToyParts.Spec());
        ImmutableArray<string> names = [];
        var parts = new ToyParts
        {
            OwnStrategy = setup =>
            {
                names = setup.Earlier.Names;
                return new ToyStrategy(WorkKind.Trials);
            },
        };

        PreparedSearch.From(ToyParts.Spec() with { Name = "second", Strategy = "own" }, parts, new EarlierSearches(_workspace.Folder));

        names.Should().Equal("toy");
    }

    private static byte[] Saved(IStrategy strategy)
    {
        var state = new System.Buffers.ArrayBufferWriter<byte>();
        strategy.Save(state);
        return state.WrittenSpan.ToArray();
    }
}
