using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Tests.Programs;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Display;

/// <summary>The lines of a search whose output is no terminal.</summary>
public sealed class PlainDisplayTests
{
    private static readonly SearchState Running =
        new(Specs.Supernet) { Next = 4, ObservedCount = 3, Pending = [new Candidate(3, new Trial(Specs.Architecture, Fidelity.Full))] };

    private readonly SteppedClock _time = new();
    private readonly StringWriter _output = new();
    private readonly Scene _scene;

    public PlainDisplayTests() => _scene = new Scene(_time, architecture => architecture.Key);

    [Fact]
    public void Of_several_that_run_side_by_side_each_line_says_whose_it_is()
    {
        using (new PlainDisplay(_scene, _output, _time, () => "mine: "))
        {
            _scene.Note("a worker was lost");
        }

        _output.ToString().Should().StartWith("mine: a worker was lost");
    }

    [Fact]
    public void A_line_comes_every_two_seconds_while_something_moves_and_notes_at_once()
    {
        using (new PlainDisplay(_scene, _output, _time))
        {
            _scene.WorkerStarted(0, new(1, "cpu", 1, false));
            foreach (var count in Enumerable.Range(0, 41))
            {
                _scene.Changed(Running with { ObservedCount = count });
                _time.Freeze(TimeSpan.FromMilliseconds(100));
            }

            _scene.Note("something");
            _time.Freeze(TimeSpan.FromMilliseconds(100));
        }

        _output.ToString().Split('\n').Select(line => line.Split("  ")[0]).Should().Equal(
            "trial 0/300", "trial 19/300", "trial 39/300", "something", "trial 40/300", "");
    }

    [Fact]
    public void When_nothing_moves_what_it_waits_for_is_said_less_and_less_often()
    {
        _scene.WorkerStarted(0, new(1, "cpu", 1, false));
        _scene.Changed(Running with { Pending = [] });
        using (new PlainDisplay(_scene, _output, _time))
        {
            for (var second = 0; second < 100; second++)
            {
                _time.Freeze(TimeSpan.FromSeconds(1));
            }
        }

        _output.ToString().TrimEnd().Split('\n').Should().Equal(
            "trial 3/300",
            "  the strategy thinks, nothing new for 11s",
            "  the strategy thinks, nothing new for 31s",
            "  the strategy thinks, nothing new for 1m11s");
    }

    [Fact]
    public void How_far_jobs_are_is_shown_between_the_lines_and_the_end_of_the_budget_at_once()
    {
        _scene.WorkerStarted(0, new(1, "cpu", 1, false));
        using (new PlainDisplay(_scene, _output, _time))
        {
            for (var second = 0; second < 4; second++)
            {
                _scene.Changed(Running with { ObservedCount = second });
                _scene.JobProgress(0, "training", second, 10);
                _time.Freeze(TimeSpan.FromSeconds(1));
                _time.Freeze(TimeSpan.FromMilliseconds(100));
            }

            _scene.Changed(Running with { ObservedCount = 300, Next = 300, Pending = [] });
            _output.ToString().Should().Contain("\ntrial 300/300");
        }

        _output.ToString().Should().MatchRegex(@"\n  training \d0%\n(.*\n)*  training \d0%\n");
    }

    [Fact]
    public void The_last_line_is_there_whenever_the_search_ends()
    {
        using (new PlainDisplay(_scene, _output, _time))
        {
            _scene.Changed(Running);
            _time.Freeze(TimeSpan.FromMilliseconds(100));
            _scene.Changed(Running with { ObservedCount = 300, Next = 300, Pending = [], Phase = SearchPhase.Completed });
        }

        _output.ToString().TrimEnd().Split('\n').Should().Equal("trial 3/300", "finals 0/0");
    }
}
