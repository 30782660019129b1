using NasEngine.Strategies.MultiFidelity;
using NasEngine.Strategies.MultiFidelity.Halving;

namespace NasEngine.Strategies.Tests.MultiFidelity;

public sealed class HyperbandTests
{
    [Fact]
    public void The_brackets_are_those_of_the_papers_table_1()
    {
        var rungs = new RungOptions(Eta: 3, MinEpochs: 1, MaxEpochs: 81, Continue: true);
        var table = Bracket.Hyperband(rungs).Select(bracket =>
            string.Join(' ', bracket.Counts.Select((count, rung) => $"{count}@{rungs.EpochsOf(bracket.First + rung):0}")));
        table.Should().Equal("81@1 27@3 9@9 3@27 1@81", "34@3 11@9 3@27 1@81", "15@9 5@27 1@81", "8@27 2@81", "5@81");
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 2.9, 0)]
    [InlineData(1, 3, 1)]
    [InlineData(1, 243, 5)]
    [InlineData(0.1, 0.3, 1)]
    [InlineData(0.1, 2.7, 3)]
    public void The_number_of_rungs_is_exact_where_the_ratio_is_a_power_of_eta(double least, double most, int top) =>
        new RungOptions(3, least, most, true).Top.Should().Be(top);

    [Fact]
    public void A_search_goes_through_the_brackets_and_begins_again()
    {
        var brackets = Bracket.Hyperband(new RungOptions(3, 1, 9, true));
        var once = brackets.Sum(bracket => bracket.Counts.Sum());
        var run = Races.Run("hyperband", null, 1000, Races.Quality, window: 3).Advance(2 * once);
        run.Candidates.Take(once).Count(candidate => Races.EpochsAfter(candidate) == 9).Should().Be(brackets.Sum(bracket => bracket.Counts[^1]));
        run.Candidates.Skip(once).Take(once).Select(Races.EpochsAfter).Order()
            .Should().Equal(run.Candidates.Take(once).Select(Races.EpochsAfter).Order());
    }
}
