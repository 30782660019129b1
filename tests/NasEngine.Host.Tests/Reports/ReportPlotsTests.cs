using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Plots;
using NasEngine.Host.Reports;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Tests.Reports;

/// <summary>What the report draws comes from the journal.</summary>
public sealed class ReportPlotsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_plots_of_the_web_view_are_all_on_the_page()
    {
        MadeSearch.Write(_folder.Path, MadeSearch.Spec("one"), MadeSearch.Completed, "completed");
        var space = HostServices.Open(Array.Empty<string>()).Catalog.Space(MadeSearch.Spec("one").Space);
        using var journal = SearchJournal.OpenToFollow(_folder.Path)!;
        var header = journal.Find("one")!;

        var plots = ReportPlots.Of(_folder.Path, journal, header, space, (IObjective)header.Spec.Objective);

        plots.Curves[0].Lines.Single(line => line.Kind == LineKind.Steps).Y.Should().StartWith([0.5, 0.9], "these were the best one after another");
        plots.Fronts.Single().Lines.Single(line => line.Kind == LineKind.Marks).X.Should().Equal(1e6, 2e6, 4e6);
        plots.Parallel!.Measured.Should().Be(4);
        plots.Timeline!.Lanes.Rows.Should().Contain(["failed", "winners"]);
        HtmlReport.Of(HtmlReportTests.Summary(), plots).Should().ContainAll(
            "<figcaption>Best so far</figcaption>", "<figcaption>Best so far over time</figcaption>", "<figcaption>Each trial: MACs</figcaption>",
            "<figcaption>Share of each choice</figcaption>", "<figcaption>Decisions and metrics</figcaption>", "<figcaption>What happened when</figcaption>",
            "<figcaption>Candidates under way</figcaption>", $"<figcaption>{space.Decisions.Decisions[0].Name}</figcaption>");
    }
}
