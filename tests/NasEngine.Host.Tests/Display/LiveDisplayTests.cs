using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Tests.Programs;
using NasEngine.Search;
using Spectre.Console;

namespace NasEngine.Host.Tests.Display;

/// <summary>The live display on a terminal: it leaves the user's lines as they are, and none of its own.</summary>
public sealed class LiveDisplayTests
{
    private static readonly SearchState Long = new(Specs.Supernet with
    {
        Budget = new Budget(300) { Epochs = 40, VirtualSeconds = 1e5, Time = TimeSpan.FromHours(5) },
    })
    {
        Next = 13, ObservedCount = 12, Leaders = [new Leader(0, Specs.Architecture, 0.9, new Measurement())],
    };

    private static readonly SearchState Short = new(Specs.Supernet) { Next = 150, ObservedCount = 150 };

    [Theory]
    [InlineData(80, 24, 5)]
    [InlineData(80, 24, 40)]
    [InlineData(40, 10, 30)]
    [InlineData(20, 6, 3)]
    public void Lines_of_the_user_stay_and_nothing_of_the_display_does(int width, int height, int before)
    {
        using var terminal = new Terminal(width, height);
        var console = terminal.Console();
        string[] mine = [.. Enumerable.Range(0, before).Select(number => $"mine {number}")];
        foreach (var line in mine)
        {
            console.WriteLine(line);
        }

        console.Live(LiveLines.Of(new Picture(null, "", ""), width, height)).AutoClear(true).Start(context =>
        {
            foreach (var (state, job, note) in new[]
            {
                (Long, "training 10%", ""), (Short, "", new string('n', 300)), (Long, "evaluating\n2%", "a note\r\nof two lines"), (Short, "", ""),
            })
            {
                context.UpdateTarget(LiveLines.Of(new Picture(state, job, note), width, height));
                context.Refresh();
                terminal.Lines.Where(line => line.StartsWith("mine", StringComparison.Ordinal)).Should().Equal(mine);
            }
        });
        console.WriteLine("after");

        terminal.Lines.Where(line => line.Length > 0).Should().Equal([.. mine, "after"]);
    }

    /// <summary>Without colours, as NO_COLOR asks for, what is done and what is left of the bar differ by their lines.</summary>
    [Theory]
    [InlineData(ColorSystemSupport.Standard)]
    [InlineData(ColorSystemSupport.NoColors)]
    public void While_it_is_drawn_every_part_is_on_its_own_line_and_leaves_none_of_a_longer_one(ColorSystemSupport colours)
    {
        using var terminal = new Terminal(80, 24);
        terminal.Console(colours).Live(LiveLines.Of(new Picture(null, "", ""), 80, 24)).Start(context =>
        {
            context.UpdateTarget(LiveLines.Of(new Picture(Long, "training 10%", "a note that is long") { Curve = [1, 2, 3] }, 80, 24));
            context.Refresh();
            context.UpdateTarget(LiveLines.Of(new Picture(Short, "", ""), 80, 24));
            context.Refresh();
        });

        terminal.Lines.Where(line => line.Length > 0).Should().Equal(
            "demo: fp-nas on fbnetv2-f", new string('━', 30) + new string('─', 30) + "  50%", "trial 150/300");
    }

    [Theory]
    [InlineData(200, 24, 9)]
    [InlineData(80, 24, 9)]
    [InlineData(40, 24, 9)]
    [InlineData(40, 7, 6)]
    [InlineData(80, 6, 5)]
    [InlineData(1, 1, 5)]
    public void However_wide_and_high_the_terminal_is_the_lines_are_as_many_and_none_is_wider(int width, int height, int lines)
    {
        Draw(new Picture(null, "", ""), width, height).Should().HaveCount(lines);
        Draw(new Picture(Best, "training 10%", new string('n', 300)) { Curve = [0.5, 0.7, 0.9] }, width, height)
            .Should().HaveCount(lines).And.OnlyContain(line => line.TrimEnd().Length <= width);
    }

    [Fact]
    public void The_curve_and_the_best_three_are_shown_with_what_the_search_works_at()
    {
        var lines = Draw(new Picture(Best, "training 10%, nothing new for 12s", "a note") { Curve = [0.5, 0.75, 1], PerSecond = 2 }, 80, 24);

        lines.Should().Equal(
            "demo: fp-nas on fbnetv2-f",
            new string('━', 2) + new string('─', 58) + "   4%",
            "trial 12/300  best 0.9000  2.00 trials/s",
            "val acc ▁▅█ 0.5000 to 1.0000",
            "best val acc 0.9000, MACs 2.00 M, trial 7: fbnetv2-f:0.2.1",
            "2nd  0.8000, trial 3: fbnetv2-f:0.2.1",
            "",
            "training 10%, nothing new for 12s",
            "a note");
    }

    [Fact]
    public void At_forty_columns_the_main_things_are_said_whole() =>
        Draw(new Picture(Best with { Last = new Measurement().With(MetricNames.ValidationLoss, 1.2) }, "", "") { PerSecond = 2.5, Left = TimeSpan.FromMinutes(3) }, 40, 24)[2]
            .Should().Be("trial 12/300  best 0.9000  3m00s left");

    [Theory]
    [InlineData(0, 80, 0)]
    [InlineData(0.5, 80, 30)]
    [InlineData(0.999, 80, 59)]
    [InlineData(1, 80, 60)]
    [InlineData(0.5, 20, 7)]
    [InlineData(0.5, 3, 0)]
    public void The_bar_says_its_share_without_colours(double share, int width, int done)
    {
        var bar = LiveLines.Bar(share, width);
        bar.Count(letter => letter == '━').Should().Be(done);
        bar.Should().EndWith($"{Math.Floor(100 * share)}%");
    }

    private static readonly SearchState Best = new(Specs.Supernet)
    {
        Next = 13,
        ObservedCount = 12,
        Leaders =
        [
            new Leader(7, Specs.Architecture, 0.9, new Measurement().With(MetricNames.ValidationAccuracy, 0.9).With(MetricNames.Macs, 2e6)),
            new Leader(3, Specs.Architecture, 0.8, new Measurement()),
        ],
    };

    private static string[] Draw(Picture picture, int width, int height)
    {
        using var terminal = new Terminal(200, 50);
        terminal.Console().Write(LiveLines.Of(picture, width, height));
        var lines = terminal.Lines.ToArray();
        var end = Array.FindLastIndex(lines, line => line.Length > 0);
        return [.. Enumerable.Range(0, Math.Max(end + 1, LineCount(height))).Select(at => lines[at])];
    }

    /// <summary>Blank lines at the end are lines too.</summary>
    private static int LineCount(int height) => 5 + Math.Clamp(height - 6, 0, 4);
}
