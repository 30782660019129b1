using System.Collections.Immutable;
using System.Xml.Linq;
using NasEngine.Contracts;
using NasEngine.Host.Reports;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;

namespace NasEngine.Host.Tests.Reports;

public sealed class HtmlReportTests
{
    private readonly string _page = HtmlReport.Of(Summary());

    [Fact]
    public void The_winners_are_a_table_of_figures_in_order() => Tables()[0].Should().Equal(
        "/test_accuracy/macs/latency_ms", "best/0.9012/2,412,345/1.25", "runner-up 1/0.8/1,000,000/–");

    [Fact]
    public void The_architectures_are_shown_as_text_not_as_markup() => Tables()[1].Should().Equal("best/k3<e2>", "runner-up 1/k5 & e1");

    [Fact]
    public void The_definition_has_what_a_repetition_needs() => Tables()[2].Should().Equal(
        "space/fbnetv2-f ", "strategy/fp-nas lambda=0.25", "data/fashion-mnist ", "estimator/supernet ", "final/from-scratch ",
        "device/cpu, 2 threads", "engine/1.2.3", "data hash/abc");

    [Fact]
    public void It_needs_no_other_file() => _page.Should().NotContain("src=").And.NotContain("href=").And.NotContain("<script");

    /// <summary>The tables of the page; a row is its cells joined by slashes.</summary>
    private List<string[]> Tables() =>
    [
        .. _page.Split("<table>").Skip(1)
            .Select(rest => XElement.Parse($"<table>{rest[..rest.IndexOf("</table>", StringComparison.Ordinal)]}</table>"))
            .Select(table => table.Elements("tr").Select(row => string.Join('/', row.Elements().Select(cell => cell.Value))).ToArray()),
    ];

    private static SearchSummary Summary()
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
