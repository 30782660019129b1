using NasEngine.Host.Plots;
using NasEngine.Web.Components.Parts;

namespace NasEngine.Web.Tests.Views;

/// <summary>What the browser is sent of a plot that goes on.</summary>
public sealed class PlotTextTests
{
    private static readonly Plot Plot = new("Loss", "trial", "loss",
    [
        new Line("nothing yet", [], []),
        new Line("each trial", [1, 2], [0.5, 0.25], LineKind.Dots) { Trials = [7, 8] },
        new Line("front", [1], [0.5], LineKind.Marks) { Trials = [7], Texts = ["trial 7: a & b"] },
    ]);

    [Fact]
    public void It_is_the_points_of_the_lines_that_have_any_written_once_for_all_pages()
    {
        PlotText.Of(Plot).Should().Be(
            """[{"x":[1,2],"y":[0.5,0.25],"trials":[7,8],"texts":null},{"x":[1],"y":[0.5],"trials":null,"texts":["trial 7: a \u0026 b"]}]""");
        PlotText.Of(Plot).Should().BeSameAs(PlotText.Of(Plot));
    }

    [Fact]
    public void A_plot_becomes_another_by_its_points_where_all_else_is_alike()
    {
        var more = Plot with { Lines = [Plot.Lines[1] with { X = [1, 2, 3], Y = [1, 2, 3], Trials = [1, 2, 3] }, Plot.Lines[2]] };

        PlotText.FrameOf(more, false).Should().Be(PlotText.FrameOf(Plot, false));
        new[]
        {
            PlotText.FrameOf(Plot, true), PlotText.FrameOf(Plot with { Across = "seconds" }, false), PlotText.FrameOf(Plot with { Up = "nats" }, false),
            PlotText.FrameOf(Plot with { Lines = [.. Plot.Lines.Skip(2)] }, false),
        }.Should().NotContain(PlotText.FrameOf(Plot, false));
    }

    [Fact]
    public void What_changes_the_frame_is_drawn_as_a_whole() => new[]
    {
        Plot with { Rows = ["a"] }, Plot with { Columns = ["a"] }, Plot with { Window = new PlotWindow(0, 1, 0, 1) },
    }.Select(plot => PlotText.FrameOf(plot, false)).Should().OnlyContain(frame => frame == null);
}
