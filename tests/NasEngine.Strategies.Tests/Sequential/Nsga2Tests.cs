using NasEngine.Contracts;
using NasEngine.Strategies.Sequential;

namespace NasEngine.Strategies.Tests;

public sealed class Nsga2Tests
{
    [Theory]
    [InlineData(2, 0.0)]
    [InlineData(3, 0.0)]
    [InlineData(2, 0.6)]
    public void Fronts_are_what_peeling_off_the_undominated_gives(int axes, double infeasible)
    {
        var random = RandomSource.For(5, axes, "points");
        Outcome[] outcomes = [.. Enumerable.Range(0, 60).Select(_ => Point(
            random.NextDouble() < infeasible ? random.NextInt(4) / 4.0 : 0,
            [.. Enumerable.Range(0, axes).Select(_ => (double)random.NextInt(6))]))];

        var left = Enumerable.Range(0, outcomes.Length).ToList();
        foreach (var front in Domination.Fronts(outcomes))
        {
            var undominated = left.Where(i => !left.Any(j => IsBetter(outcomes[j], outcomes[i]))).ToArray();
            front.Should().Equal(undominated);
            left.RemoveAll(front.Contains);
        }

        left.Should().BeEmpty();
    }

    [Fact]
    public void Crowding_is_the_perimeter_between_the_neighbours_as_shares_of_the_extent()
    {
        Outcome[] outcomes = [Point(0, 0, 10), Point(0, 1, 8), Point(0, 4, 7), Point(0, 10, 0)];
        Domination.Crowding(outcomes, [0, 1, 2, 3]).Should().Equal(
            [double.PositiveInfinity, (4 / 10.0) + (3 / 10.0), (9 / 10.0) + (8 / 10.0), double.PositiveInfinity],
            (one, other) => one.Equals(other) || Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Of_parents_and_children_the_best_fronts_live_on_and_of_the_last_the_least_crowded()
    {
        var generations = new Generations(4);
        foreach (var value in new[] { 0.0, 1, 2, 3 })
        {
            generations.Add(Point(0, value, 0));
        }

        generations.Parents.Should().HaveCount(4);
        foreach (var (one, two) in new[] { (5.0, 5.0), (0.0, 9.0), (9.0, 0.0), (8.9, 0.1) })
        {
            generations.Add(Point(0, one, two));
        }

        generations.Count.Should().Be(2);
        generations.Parents.Select(one => one.Outcome.Values[0]).Should().BeEquivalentTo([5.0, 0, 9, 8.9]);
        generations.Parents.Take(2).Select(one => one.Outcome.Values[0]).Should().BeEquivalentTo([0.0, 9]);
    }

    [Fact]
    public void It_covers_more_than_random_search_and_recommends_its_front()
    {
        var space = new WidthSpace();
        var objective = new Objective(MetricNames.ValidationAccuracy, []).Against(MetricNames.Macs);
        var (found, random) = (0.0, 0.0);
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var run = Searches.Run("nsga2", Searches.Setup(space, objective, seed), Measure, options: new { Population = 20 }).Advance(200);
            found += Area(Searches.Proposed(run));
            var drawn = Searches.Run("nsga2", Searches.Setup(space, objective, seed), Measure, options: new { Population = 1000 });
            random += Area(Searches.Proposed(drawn.Advance(200)));

            var recommended = run.Strategy.Recommend(5);
            var observed = Searches.Proposed(run)[..200];
            recommended.Should().OnlyHaveUniqueItems().And.HaveCount(5);
            recommended.Where(one => observed.Any(other => IsBeyond(other, one))).Should().BeEmpty();
            Value(recommended[0]).Should().Be(observed.Max(Value));
        }

        found.Should().BeGreaterThan(random + 0.2);

        static Measurement Measure(Architecture one) => Searches.Accuracy(Value(one));

        // What the four narrowest layers give is worth more than it costs.
        static double Value(Architecture one) => one.Values.Select((width, layer) => width * (layer < 4 ? 4.0 : 1)).Sum() / 60;

        static double Cost(Architecture one) => one.Values.Sum() / 24.0;

        static bool IsBeyond(Architecture one, Architecture other) =>
            Value(one) >= Value(other) && Cost(one) <= Cost(other) && (Value(one) > Value(other) || Cost(one) < Cost(other));

        static double Area(IEnumerable<Architecture> all)
        {
            var (area, best) = (0.0, 0.0);
            var sorted = all.OrderBy(Cost).ThenByDescending(Value).ToArray();
            for (var i = 0; i < sorted.Length; i++)
            {
                best = Math.Max(best, Value(sorted[i]));
                area += best * ((i + 1 < sorted.Length ? Cost(sorted[i + 1]) : 1) - Cost(sorted[i]));
            }

            return area;
        }
    }

    [Fact]
    public void A_search_for_one_metric_leaves_the_winners_to_the_engine()
    {
        var setup = Searches.Setup(new WidthSpace(), new Objective(MetricNames.ValidationAccuracy, []));
        Searches.Run("nsga2", setup, one => Searches.Accuracy(Searches.Slope(one))).Advance(30).Strategy.Recommend(3).Should().BeEmpty();
    }

    private static Outcome Point(double violation, params double[] values) =>
        new(new Architecture("point", [0]), [.. values], violation, [], true);

    private static bool IsBetter(Outcome one, Outcome other) => one.Violation < other.Violation || (one.Violation == other.Violation
        && one.Values.Zip(other.Values).All(pair => pair.First >= pair.Second) && !one.Values.SequenceEqual(other.Values));
}
