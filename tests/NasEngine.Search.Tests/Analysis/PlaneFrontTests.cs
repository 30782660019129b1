using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search.Tests.Analysis;

/// <summary>The front of a plane by sorting is the one that is found point by point.</summary>
public sealed class PlaneFrontTests
{
    [Theory]
    [InlineData(Direction.Maximize, Direction.Maximize, 500, 60)]
    [InlineData(Direction.Maximize, Direction.Minimize, 500, 60)]
    [InlineData(Direction.Minimize, Direction.Maximize, 500, 60)]
    [InlineData(Direction.Minimize, Direction.Minimize, 500, 60)]
    [InlineData(Direction.Maximize, Direction.Minimize, 5_000, 60)]
    [InlineData(Direction.Minimize, Direction.Maximize, 5_000, 100_000)]
    [InlineData(Direction.Maximize, Direction.Maximize, 1, 60)]
    public void It_is_the_front_of_the_search(Direction across, Direction up, int points, int values)
    {
        var random = RandomSource.For(9, (int)across * 2 + (int)up, "test");
        var x = Enumerable.Range(0, points).Select(_ => (double)random.NextInt(values)).ToArray();
        var y = Enumerable.Range(0, points).Select(_ => (double)random.NextInt(values)).ToArray();
        ImmutableArray<ObjectiveAxis> axes = [new("x", across), new("y", up)];

        var found = PlaneFront.Of(x, y, across, up);

        var front = Enumerable.Range(0, x.Length).Aggregate(ImmutableArray<FrontMember>.Empty, (members, i) => ParetoFront.Add(
            members, axes, i, new Architecture("s", [i]), new Measurement().With("x", x[i]).With("y", y[i])));
        found.Select(place => (x[place], y[place])).Should().BeEquivalentTo(
            front.Select(member => (x[member.Number], y[member.Number])).Distinct());
        found.Select(place => x[place]).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Of_points_alike_the_first_is_on_it() =>
        PlaneFront.Of([1, 2, 2], [1, 2, 2], Direction.Maximize, Direction.Maximize).Should().Equal(1);
}
