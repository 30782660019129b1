namespace NasEngine.Faults.Tests;

public sealed class StrategyFaultTests
{
    [Theory]
    [InlineData("throws", "Strategy 'faulty' failed to propose candidate 10: out of ideas")]
    [InlineData("nonsense", "Strategy 'faulty' proposed an architecture that is not one: Decision 'a'")]
    [InlineData("winners", "Strategy 'faulty' recommended an architecture that is not one: Decision 'a'")]
    [InlineData("never", "Strategy 'faulty' did not return within 9 seconds", "--strategy-minutes", "0.15")]
    public void A_strategy_that_goes_wrong_ends_the_search_with_a_sentence_and_keeps_what_was_finished(string fault, string said, params string[] limit)
    {
        using var sandbox = new Sandbox(Searches.Faulty(["--set", $"strategyFault={fault}", "--isolation", "inproc", .. limit]));
        using (var process = sandbox.Run())
        {
            process.Exit().Should().Be(1, process.Errors);
            process.Errors.Should().Contain(said).And.NotContain("   at ");
        }

        var story = sandbox.Show("faulty", "--plugins", Searches.Plugin);
        story.State.Should().Be("failed");
        story.Trials.Count(trial => trial!["metrics"] is not null).Should().BeGreaterThan(6);
    }

    [Fact]
    public void With_verbose_the_frames_of_the_plugin_are_shown_and_the_programs_are_counted()
    {
        using var sandbox = new Sandbox(Searches.Faulty("--set", "strategyFault=throws", "--isolation", "inproc", "--verbose"));
        using var process = sandbox.Run();

        process.Exit().Should().Be(1, process.Errors);
        process.Errors.Should().Contain("System.InvalidOperationException: out of ideas")
            .And.MatchRegex(@"   at NasEngine\.Faults\.Plugin\.FaultyStrategy\.Propose\(ProposalContext\)( in .*FaultyStrategy\.cs:line \d+)?\n   … \d+ of the program");
    }

    [Fact]
    public void A_search_whose_strategy_threw_goes_on_when_it_does_not_any_more()
    {
        using var folder = new Sandbox();
        using var sandbox = new Sandbox(Searches.Faulty(
            "--set", "strategyFault=throws", "--set", $"marker={Path.Combine(folder.Own, "marker")}", "--isolation", "inproc"));
        using (var process = sandbox.Run())
        {
            process.Exit().Should().Be(1, process.Errors);
        }

        sandbox.Finish();

        sandbox.Show("faulty", "--plugins", Searches.Plugin).DifferencesFrom(Undisturbed.Faulty(), butDefinition: true).Should().Be(0);
    }

    [Fact]
    public void A_strategy_that_never_returns_in_a_resume_ends_it_with_a_sentence_and_loses_nothing()
    {
        using var search = new GatedSearch("--set", "strategyFault=again");
        using (var process = search.RunToGate())
        {
            Signal.Send(process.Pid, Signal.Kill);
            process.Exit();
        }

        search.Open();
        using (var resumed = search.Sandbox.Start("resume", "faulty", "--strategy-minutes", "0.1", "--plugins", Searches.Plugin))
        {
            resumed.Exit().Should().Be(1);
            resumed.Errors.Should().Contain("nas: Strategy 'faulty' did not return within 6 seconds when it was brought to where the search had come.")
                .And.NotContain("   at ");
        }

        Ledger.Results(search.Sandbox).Should().BeGreaterThanOrEqualTo(20);
    }
}
