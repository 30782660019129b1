namespace NasEngine.Faults.Tests;

public sealed class SignalTests
{
    [Theory]
    [InlineData(Signal.Terminate)]
    [InlineData(Signal.Interrupt)]
    public void A_search_asked_to_stop_says_how_to_resume_and_then_ends_the_same(int signal)
    {
        using var search = new GatedSearch();
        using (var process = search.RunToGate())
        {
            Signal.Send(process.Pid, signal).Should().BeTrue();

            process.Exit().Should().Be(130, process.Errors);
            process.Errors.Should().Contain($"nas resume faulty --workspace {search.Sandbox.Workspace}");
        }

        search.Open();
        using (var resumed = search.Sandbox.Start("resume", "faulty", "--isolation", "process", "--plugins", Searches.Plugin))
        {
            resumed.Exit().Should().Be(0, resumed.Errors);
        }

        search.Differences().Should().Be(0);
    }

    [Fact]
    public void A_worker_that_is_frozen_is_replaced_after_its_silence()
    {
        using var search = new GatedSearch("--silence-seconds", "4");
        using (var process = search.RunToGate())
        {
            SendWorkers(process, Signal.Stop);

            process.Says("gave no sign of life for").Should().BeTrue(process.Errors);
            search.Open();
            process.Exit().Should().Be(0, process.Errors);
        }

        search.Differences().Should().Be(0);
    }

    [Fact]
    public void A_worker_that_is_frozen_for_a_moment_goes_on()
    {
        using var search = new GatedSearch();
        using (var process = search.RunToGate())
        {
            SendWorkers(process, Signal.Stop);
            process.ExitWithin(TimeSpan.FromSeconds(2)).Should().BeNull();
            SendWorkers(process, Signal.Continue);

            search.Open();
            process.Exit().Should().Be(0, process.Errors);
            process.Said.Should().NotContain("Attempt");
        }

        search.Differences().Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_worker_outlives_a_killed_coordinator_not_even_a_frozen_one(bool frozen)
    {
        using var search = new GatedSearch();
        using var process = search.RunToGate();
        var workers = process.Workers;
        workers.Should().NotBeEmpty();
        if (frozen)
        {
            SendWorkers(process, Signal.Stop);
        }

        Signal.Send(process.Pid, Signal.Kill);
        process.Exit();

        workers.Should().OnlyContain(worker => NasProcess.Gone(worker));
    }

    private static void SendWorkers(NasProcess process, int signal)
    {
        process.Workers.Should().NotBeEmpty();
        foreach (var worker in process.Workers)
        {
            Signal.Send(worker, signal).Should().BeTrue();
        }
    }
}
