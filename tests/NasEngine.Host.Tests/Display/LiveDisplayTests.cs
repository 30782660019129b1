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

        console.Live(LiveLines.Starting).AutoClear(true).Start(context =>
        {
            foreach (var (state, job, note) in new[]
            {
                (Long, "training 10%", ""), (Short, "", new string('n', 300)), (Long, "evaluating\n2%", "a note\r\nof two lines"), (Short, "", ""),
            })
            {
                context.UpdateTarget(LiveLines.Of(state, new Rate(TimeProvider.System), job, note, width));
                context.Refresh();
                terminal.Lines.Where(line => line.StartsWith("mine", StringComparison.Ordinal)).Should().Equal(mine);
            }
        });
        console.WriteLine("after");

        terminal.Lines.Where(line => line.Length > 0).Should().Equal([.. mine, "after"]);
    }

    [Fact]
    public void While_it_is_drawn_every_part_is_on_its_own_line_and_leaves_none_of_a_longer_one()
    {
        using var terminal = new Terminal(80, 24);
        terminal.Console().Live(LiveLines.Starting).Start(context =>
        {
            context.UpdateTarget(LiveLines.Of(Long, new Rate(TimeProvider.System), "training 10%", "a note that is long", 80));
            context.Refresh();
            context.UpdateTarget(LiveLines.Of(Short, new Rate(TimeProvider.System), "", "", 80));
            context.Refresh();
        });

        terminal.Lines.Where(line => line.Length > 0).Should().Equal(
            "demo: fp-nas on fbnetv2-f", new string('━', 30) + new string('─', 30) + "  50%", "trial 150/300");
    }

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
}
