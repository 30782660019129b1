namespace NasEngine.Faults.Tests;

public sealed class StrategyFaultTests
{
    [Theory]
    [InlineData("throws", "Strategy 'faulty' failed to propose candidate 10: out of ideas")]
    [InlineData("nonsense", "Strategy 'faulty' proposed an architecture that is not one: Decision 'a'")]
    [InlineData("winners", "Strategy 'faulty' recommended an architecture that is not one: Decision 'a'")]
    [InlineData("never", "Strategy 'faulty' did not return within 3 seconds")]
    public void A_strategy_that_goes_wrong_ends_the_search_with_a_sentence_and_keeps_what_was_finished(string fault, string said)
    {
        using var sandbox = new Sandbox(Searches.Faulty("--set", $"strategyFault={fault}", "--isolation", "inproc", "--strategy-minutes", "0.05"));
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
    public void A_search_whose_strategy_threw_goes_on_when_it_does_not_any_more()
    {
        using var undisturbed = new Sandbox(Searches.Faulty("--isolation", "inproc")).Finish();
        using var folder = new Sandbox();
        using var sandbox = new Sandbox(Searches.Faulty(
            "--set", "strategyFault=throws", "--set", $"marker={Path.Combine(folder.Own, "marker")}", "--isolation", "inproc"));
        using (var process = sandbox.Run())
        {
            process.Exit().Should().Be(1, process.Errors);
        }

        sandbox.Finish();

        Trials(sandbox).Should().Equal(Trials(undisturbed));
    }

    private static IEnumerable<string> Trials(Sandbox sandbox) =>
        sandbox.Show("faulty", "--plugins", Searches.Plugin).Trials.Select(trial => trial!.ToJsonString());
}
