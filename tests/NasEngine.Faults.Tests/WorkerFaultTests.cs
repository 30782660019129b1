namespace NasEngine.Faults.Tests;

public sealed class WorkerFaultTests
{
    [Theory]
    [InlineData("garbage", "what came over the pipe is no message")]
    [InlineData("memory", "more than the 400 MiB allowed", "--job-memory", "400")]
    [InlineData("exit", "it exited with 7")]
    [InlineData("hangs", "its job took longer than 6 seconds", "--job-minutes", "0.1")]
    [InlineData("throws", "InvalidOperationException: it cannot be trained (in FaultyEstimator.Train")]
    public void A_worker_that_goes_wrong_once_costs_one_attempt_and_changes_nothing(string fault, string said, params string[] limit)
    {
        using var folder = new Sandbox();
        using var sandbox = new Sandbox(Searches.Faulty([
            "--set", $"estimatorFault={fault}", "--set", $"marker={Path.Combine(folder.Own, "marker")}", .. limit]));
        using (var process = sandbox.Run())
        {
            process.Exit().Should().Be(0, process.Errors);
            process.Said.Should().Contain("Attempt 1 of 3 at candidate 10 failed").And.Contain(said);
        }

        sandbox.Show("faulty", "--plugins", Searches.Plugin).DifferencesFrom(Undisturbed.Faulty(), butDefinition: true).Should().Be(0);
    }

    [Fact]
    public void Workers_without_memory_end_a_search_and_a_resume_that_gives_them_some_tries_again_what_was_lost()
    {
        using var sandbox = new Sandbox(Searches.Faulty("--set", "estimatorFault=memory", "--job-memory", "400", "--failures", "1"));
        using (var process = sandbox.Run())
        {
            process.Exit().Should().Be(1, process.Errors);
            process.Errors.Should().MatchRegex(
                @"nas: Search 'faulty' failed: a trial failed, since: .* more than the 400 MiB allowed.*--job-memory");
        }

        sandbox.Show("faulty", "--plugins", Searches.Plugin).State.Should().Be("failed");
        using (var process = sandbox.Start("resume", "faulty", "--plugins", Searches.Plugin, "--job-memory", "400", "--failures", "2"))
        {
            process.Exit().Should().Be(0, process.Errors);
        }

        sandbox.Show("faulty", "--plugins", Searches.Plugin).Trials.Count(trial => trial!["failure"] is not null).Should().Be(1);
    }

    [Fact]
    public void A_candidate_that_kills_every_worker_is_poisoned_and_the_search_goes_on()
    {
        using var sandbox = new Sandbox(Searches.Faulty("--set", "estimatorFault=exit")).Finish();

        var trials = sandbox.Show("faulty", "--plugins", Searches.Plugin).Trials;
        trials.Should().HaveCount(40);
        ((string)trials[10]!["failure"]!).Should().StartWith("Poisoned: 3 attempts failed");
    }

    [Fact]
    public void A_loss_that_is_no_number_becomes_a_failure_that_the_strategy_sees()
    {
        using var sandbox = new Sandbox(Searches.Faulty("--set", "estimatorFault=nan", "--isolation", "inproc")).Finish();

        ((string)sandbox.Show("faulty", "--plugins", Searches.Plugin).Trials[10]!["failure"]!).Should().StartWith("NotANumber: Metric 'score' is NaN");
    }

    [Fact]
    public void A_search_whose_evaluator_fails_three_times_in_ten_ends_and_ranks_the_others()
    {
        using var sandbox = new Sandbox(Searches.Table(200, "--set", "failures=0.3", "--isolation", "inproc")).Finish();

        var story = sandbox.Show("table");
        story.State.Should().Be("completed");
        story.Trials.Count(trial => trial!["failure"] is not null).Should().BeInRange(40, 80);
    }
}
