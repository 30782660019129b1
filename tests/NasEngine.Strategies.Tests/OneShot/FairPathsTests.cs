using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Strategies.OneShot;

namespace NasEngine.Strategies.Tests.OneShot;

public sealed class FairPathsTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    public void Every_choice_is_taken_equally_often(int paths)
    {
        var space = new PlantedSpace().Decisions;
        var drawn = FairPaths.Draw(space, paths, RandomSource.For(1, 0, "test"));
        for (var decision = 0; decision < space.Decisions.Length; decision++)
        {
            drawn.CountBy(path => path.Values[decision]).Should().OnlyContain(choice => choice.Value == paths / 4);
        }
    }

    [Fact]
    public void With_fewer_paths_than_choices_none_is_taken_twice()
    {
        var drawn = FairPaths.Draw(new PlantedSpace().Decisions, 3, RandomSource.For(2, 0, "test"));
        drawn.Select(path => path.Values[0]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Decisions_are_independent_of_each_other()
    {
        var space = new PlantedSpace().Decisions;
        var pairs = Enumerable.Range(0, 4000).SelectMany(step => FairPaths.Draw(space, 4, RandomSource.For(3, step, "test")))
            .CountBy(path => (path.Values[0], path.Values[1])).Select(pair => pair.Value / 16000.0).ToArray();
        pairs.Should().HaveCount(16).And.OnlyContain(share => Math.Abs(share - 1.0 / 16) < 0.006, "that is three standard errors");
    }

    [Fact]
    public void What_is_not_active_has_no_value()
    {
        var space = new ToySpace().Decisions;
        FairPaths.Draw(space, 6, RandomSource.For(4, 0, "test")).Should().OnlyContain(path => space.Holds(path));
    }
}
