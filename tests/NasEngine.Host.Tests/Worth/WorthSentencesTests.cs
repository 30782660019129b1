using System.Xml.Linq;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Tests.Programs;
using NasEngine.Host.Worth;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Worth;

public sealed class WorthSentencesTests
{
    [Fact]
    public void They_say_the_band_the_percentile_the_gain_and_what_random_search_gives() => WorthSentences.Of(Weighed(0.9)).Should().Equal(
        "demo against 4 random architectures with MACs from 960.0 k to 1.20 M (80 to 100% of the limit), measured as the winner was.",
        "The winner beats 3 of 4 and ties with 1, which count half: percentile 87.5, 95% interval 39.6 to 98.7 (Wilson); "
            + "no better than a random architecture of the band, as far as these can tell.",
        "It is 0.1500 better than their mean, whose standard error is 0.0645.",
        "The same compute spent on random search gives 0.8333, the expected best of the 2 trainings that it is enough for; "
            + "the winner is 0.0667 better than that.");

    [Fact]
    public void A_winner_outside_the_band_failures_and_a_shortfall_are_said()
    {
        var sentences = WorthSentences.Of(Weighed(0.5, macs: 8e5) with { Asked = 20, Failed = 2 }).ToArray();

        sentences[0].Should().EndWith("measured as the winner was; the winner has 800.0 k, less than they have. "
            + "Random draws find only 6 different architectures in the band, not 20.");
        sentences[1].Should().Be("2 more could not be trained and count for nothing.");
        sentences[2].Should().EndWith("percentile 0, 95% interval 0 to 49 (Wilson); worse than a random architecture of the band.");
        sentences[3].Should().StartWith("It is 0.2500 worse than their mean");
    }

    [Fact]
    public void The_report_has_them_as_text_and_a_table_of_figures() => string.Concat(WorthPart.Of(Weighed(0.9)).Select(
            part => ((XElement)part).ToString(SaveOptions.DisableFormatting))).Should()
        .StartWith("<h2>Against random architectures</h2><table><tr><th></th><th>test acc</th></tr><tr><td>winner</td><td>0.9000</td></tr>")
        .And.Contain("<p>It is 0.1500 better than their mean");

    private static SearchWorth Weighed(double winner, double macs = 1e6)
    {
        var random = Weighing.Sample([0.6, 0.7, 0.8, 0.9]);
        return new SearchWorth
        {
            Search = "demo",
            Comparison = "demo.worth-4-limit",
            Metric = new ObjectiveAxis(MetricNames.TestAccuracy, Direction.Maximize),
            Winner = new FoundArchitecture(
                Specs.Architecture, "k3", new Measurement().With(MetricNames.TestAccuracy, winner).With(MetricNames.Macs, macs).Metrics),
            Band = new CostBand(MetricNames.Macs, 0.96e6, 1.2e6, BandAround.Limit, new BandShares(0.8, 1)),
            Asked = 4,
            Failed = 0,
            Random = random,
            Standing = Weighing.Stand(winner, random, Direction.Maximize),
            SameCompute = Weighing.SameCompute(random, Direction.Maximize, 20, 9, 2),
        };
    }
}
