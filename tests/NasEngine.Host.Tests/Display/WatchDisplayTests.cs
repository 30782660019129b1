using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Tests.Programs;
using NasEngine.Search;
using Spectre.Console;

namespace NasEngine.Host.Tests.Display;

/// <summary>What is told of a running search, and the screen that <c>nas watch</c> has to itself.</summary>
public sealed class WatchDisplayTests
{
    private static readonly Candidate Trial = new(3, new Trial(Specs.Architecture, Fidelity.Full));

    private static readonly SearchState Running = new(Specs.Supernet with { Deterministic = false }) { Next = 4, ObservedCount = 3, Pending = [Trial] };

    [Fact]
    public void What_a_search_waits_for_is_said()
    {
        Say(null).Should().Be("starting");
        Say(Running, workers: 0).Should().Be("a worker starts");
        Say(Running, job: "training 34%").Should().Be("training 34%");
        Say(Running, job: "training 34%", seconds: 130).Should().Be("training 34%, nothing new for 2m10s");
        Say(Running with { Pending = [] }).Should().Be("the strategy thinks");
        Say(Running with { Arrived = [new Arrival(3, new Measurement())] }, job: "training 34%").Should().Be("the strategy thinks");
        Say(Running with { IsPaused = true }).Should().Be("paused, 1 proposed and not measured; nas resume demo goes on");
        Say(Running with { Phase = SearchPhase.Finals }, job: "training 5%").Should().Be("winners: training 5%");
        Say(Running with { Phase = SearchPhase.Completed }, seconds: 99).Should().Be("done");
    }

    [Fact]
    public void A_window_that_is_made_smaller_or_larger_is_drawn_anew_and_the_users_own_screen_comes_back()
    {
        using var terminal = new Terminal(80, 24);
        var console = terminal.Console();
        console.WriteLine("mine");
        var scene = new Scene(TimeProvider.System, architecture => architecture.Key);
        scene.Begin(Running);
        using (var screen = new AlternateScreen(scene, console, new SteppedClock()))
        {
            screen.Draw();
            terminal.Lines.Should().Contain("demo: fp-nas on fbnetv2-f").And.NotContain("mine");
            foreach (var width in new[] { 40, 20, 80 })
            {
                terminal.Resize(width, 24);
                (console.Profile.Width, console.Profile.Height) = (width, 24);
                screen.Draw();
                terminal.Lines.Count(line => line.StartsWith("demo:", StringComparison.Ordinal)).Should().Be(1);
                terminal.Lines.Count(line => line.Contains('%', StringComparison.Ordinal)).Should().Be(1, "there is one bar");
            }
        }

        console.WriteLine("after");
        terminal.Lines.Where(line => line.Length > 0).Should().Equal("mine", "after");
    }

    [Theory]
    [InlineData(20, "trial 3/300")]
    [InlineData(27, "trial 3/300  best 0.9000")]
    [InlineData(44, "trial 3/300  best 0.9000  1.00 trials/s")]
    [InlineData(200, "trial 3/300  best 0.9000  front 1  1.00 trials/s")]
    [InlineData(5, "trial 3/300")]
    public void What_matters_least_goes_first_where_a_line_is_narrow(int width, string line) => ProgressLine.Of(
        Running with
        {
            Leaders = [new Leader(0, Specs.Architecture, 0.9, new Measurement())], NonDominated = [new FrontMember(0, Specs.Architecture, [1, 2])],
        }, 1, null, width).Should().Be(line);

    private static string Say(SearchState? state, int workers = 1, string job = "", double seconds = 0) =>
        Doing.Of(state, workers, job, TimeSpan.FromSeconds(seconds));
}
