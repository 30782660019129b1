using System.Collections.Immutable;
using System.Xml.Linq;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Host.Plots;
using NasEngine.Host.Reports;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Tests.Reports;

public sealed class HtmlReportTests
{
    private readonly string _page = Of(Summary());

    [Fact]
    public void The_winners_are_a_table_of_figures_in_order() => Tables()[0].Should().Equal(
        "/test_accuracy/macs/latency_ms", "best/0.9012/2,412,345/1.25", "runner-up 1/0.8/1,000,000/–");

    [Fact]
    public void The_architectures_are_shown_as_text_not_as_markup() => Tables()[1].Should().Equal("best/k3<e2>", "runner-up 1/k5 & e1");

    [Fact]
    public void The_definition_has_what_a_repetition_needs() => Tables()[2].Should().Equal(
        "space/fbnetv2-f ", "strategy/fp-nas lambda=0.25",
        "objective/maximise val_accuracy, times (macs / 3,000,000) to the power of 0 under the target and -1 over it",
        "targets/macs at most 3,000,000", "budget/300 candidates", "data/fashion-mnist ", "estimator/supernet ", "final/from-scratch ",
        "device/cpu, 2 threads", "engine/1.2.3", "data hash/abc");

    [Fact]
    public void Latencies_are_called_measured_only_where_they_were()
    {
        _page.Should().Contain("Latencies were measured on cpu of the machine of the search, when the trials ran.");
        var table = Summary();
        table = table with
        {
            History = table.History with { Header = table.History.Header with { Spec = Specs.Supernet with { Data = null, Estimator = "table" } } },
        };
        Of(table).Should().Contain("Latencies are what estimator 'table' says; they were not measured.")
            .And.NotContain("were measured");
        Of(table with { Found = [table.Found[0] with { Latency = new LatencyMeasurement(1.25, 0.1, 50, 1, "cuda:0") }] })
            .Should().Contain("Latencies were measured on cuda:0 of the machine of the search: one input, 1 thread, median of 50 runs.");
        Of(table with { Found = [Found("k3", (MetricNames.Macs, 1e6))] }).Should().NotContain("Latencies");
    }

    [Fact]
    public void It_needs_no_other_file() => _page.Should().NotContain("src=").And.NotContain("href=").And.NotContain("<script");

    [Fact]
    public void A_winner_over_its_target_is_said_and_one_under_it_is_not()
    {
        _page.Should().NotContain("over its target");
        var over = Summary() with { Found = [Found("k3", (MetricNames.Macs, 3.3e6))] };
        Of(over).Should().Contain("The best is over its target: MACs 3.30 M, 10% over the target of 3.00 M.");
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void The_front_is_a_table_and_a_picture_of_the_first_metric_against_each_of_the_others(int axes, bool finalists)
    {
        string[] metrics = [MetricNames.TestAccuracy, MetricNames.Macs, MetricNames.Latency];
        var found = Found("k3<e2>", (MetricNames.TestAccuracy, 0.9), (MetricNames.Macs, 2e6), (MetricNames.Latency, 1.5));
        var page = HtmlReport.Of(
            Summary() with
            {
                Front = new FrontSummary(
                    [.. metrics.Take(axes).Select(metric => new ObjectiveAxis(metric, metric == MetricNames.TestAccuracy ? Direction.Maximize : Direction.Minimize))],
                    finalists, [found.Metrics], [new FrontEntry(17, found)]),
            },
            new ReportPlots { Fronts = [new Plot("trials", "macs", "acc", [new Line("front", [1, 2], [3, 4], LineKind.Marks)])] });

        page.Should().Contain("<h2>Pareto front</h2>").And.Contain($"1 of 1 {(finalists ? "finalists" : "trials")}")
            .And.Contain($"<td>{(finalists ? 18 : 17)}</td><td>0.9000</td><td>2.00 M</td>");
        page.Split("<figure>").Should().HaveCount(1 + (finalists ? axes - 1 : 1));
        page.Contains("multiply-adds of one input (MACs), lower is better", StringComparison.Ordinal).Should().Be(finalists, "those of trials are drawn elsewhere");
        _page.Should().NotContain("Pareto", "nothing was measured by more than one axis");
    }

    [Fact]
    public void Winners_of_several_seeds_have_their_spread_beside_their_means()
    {
        var summary = Summary();
        var (spec, deviations) = (Specs.Supernet, ImmutableSortedDictionary<string, double>.Empty.Add(MetricNames.TestAccuracy, 0.0021));
        summary = summary with
        {
            History = summary.History with { Header = summary.History.Header with { Spec = spec with { Final = new FinalSpec("f", 1) { Seeds = 3 } } } },
            Found = [summary.Found[0] with { Deviations = deviations }],
        };

        Of(summary).Should().Contain("<td>0.9012 ± 0.0021</td>").And.Contain("Winners are trained from 3 seeds");
        ResultJson.Of(summary).Should().Contain("\"deviations\":{\"test_accuracy\":0.0021}");
        FoundResult.Of(summary).Best.Deviations[MetricNames.TestAccuracy].Should().Be(0.0021);
        _page.Should().NotContain("±");
    }

    [Fact]
    public void What_no_markup_can_hold_becomes_a_space_or_a_sign_that_stands_for_it() => Of(Summary() with
    {
        Found = [Found("a\u001b[31mb\ud800c\uffff", (MetricNames.Macs, 1e6))],
    }).Should().Contain(">a [31mb\ufffdc\ufffd</td>");

    /// <summary>The tables of the page; a row is its cells joined by slashes.</summary>
    private List<string[]> Tables() =>
    [
        .. _page.Split("<table>").Skip(1)
            .Select(rest => XElement.Parse($"<table>{rest[..rest.IndexOf("</table>", StringComparison.Ordinal)]}</table>"))
            .Select(table => table.Elements("tr").Select(row => string.Join('/', row.Elements().Select(cell => cell.Value))).ToArray()),
    ];

    private static string Of(SearchSummary summary) => HtmlReport.Of(summary, new ReportPlots());

    internal static SearchSummary Summary()
    {
        var header = new SearchHeader(1, Specs.Supernet, new SearchOrigin("1.2.3", "cpu", "abc", [], null), DateTimeOffset.UnixEpoch, 65, "completed");
        var history = new SearchHistory
        {
            Header = header,
            Candidates = [],
            Finalists = [],
            Alphas = ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty,
            LostAttempts = [],
        };
        return new SearchSummary(
            history,
            [
                Found("k3<e2>", (MetricNames.TestAccuracy, 0.90123), (MetricNames.Macs, 2412345), (MetricNames.Latency, 1.25)),
                Found("k5 & e1", (MetricNames.TestAccuracy, 0.8), (MetricNames.Macs, 1000000)),
            ],
            "/nowhere");
    }

    private static FoundSummary Found(string text, params (string Name, double Value)[] metrics) => new(
        Specs.Architecture, text, metrics.ToImmutableSortedDictionary(metric => metric.Name, metric => metric.Value));
}
