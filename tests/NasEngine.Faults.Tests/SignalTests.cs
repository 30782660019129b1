namespace NasEngine.Faults.Tests;

public sealed class SignalTests
{
    private static readonly string[] Slow = Searches.Faulty("--set", "milliseconds=50", "--set", "trials=60");

    [Theory]
    [InlineData(Signal.Terminate)]
    [InlineData(Signal.Interrupt)]
    public void A_search_asked_to_stop_says_how_to_resume_and_then_ends_the_same(int signal)
    {
        using var undisturbed = new Sandbox(Slow).Finish();
        using var sandbox = new Sandbox(Slow);
        using (var process = sandbox.Run())
        {
            process.FirstWorker().Should().BePositive();
            process.ExitWithin(TimeSpan.FromSeconds(1)).Should().BeNull();
            Signal.Send(process.Pid, signal);

            process.Exit().Should().Be(130, process.Errors);
            process.Errors.Should().Contain($"nas resume faulty --workspace {sandbox.Workspace}");
        }

        using (var resumed = sandbox.Start("resume", "faulty", "--isolation", "process", "--plugins", Searches.Plugin))
        {
            resumed.Exit().Should().Be(0, resumed.Errors);
        }

        Differences(sandbox, undisturbed).Should().Be(0);
    }

    [Fact]
    public void A_worker_that_is_frozen_is_replaced_after_its_silence()
    {
        var longer = Searches.Faulty("--set", "milliseconds=50", "--set", "trials=200");
        using var undisturbed = new Sandbox(longer).Finish();
        using var sandbox = new Sandbox([.. longer, "--silence-seconds", "4"]);
        using (var process = sandbox.Run())
        {
            process.Says("trial ").Should().BeTrue(process.Errors);
            Signal.Send(process.FirstWorker(), Signal.Stop);

            process.Says("gave no sign of life for").Should().BeTrue(process.Errors);
            process.Exit().Should().Be(0, process.Errors);
        }

        Differences(sandbox, undisturbed).Should().Be(0);
    }

    [Fact]
    public void A_worker_that_is_frozen_for_a_moment_goes_on()
    {
        using var undisturbed = new Sandbox(Slow).Finish();
        using var sandbox = new Sandbox(Slow);
        using (var process = sandbox.Run())
        {
            var worker = process.FirstWorker();
            Signal.Send(worker, Signal.Stop);
            process.ExitWithin(TimeSpan.FromSeconds(1));
            Signal.Send(worker, Signal.Continue);

            process.Exit().Should().Be(0, process.Errors);
        }

        Differences(sandbox, undisturbed).Should().Be(0);
    }

    [Fact]
    public void No_worker_outlives_a_killed_coordinator()
    {
        using var sandbox = new Sandbox(Slow);
        using var process = sandbox.Run();
        var worker = process.FirstWorker();
        Signal.Send(process.Pid, Signal.Kill);
        process.Exit();

        SpinWait.SpinUntil(() => !Signal.Send(worker, 0), TimeSpan.FromSeconds(30)).Should().BeTrue();
    }

    private static int Differences(Sandbox one, Sandbox other) => one.Show("faulty", "--plugins", Searches.Plugin)
        .DifferencesFrom(other.Show("faulty", "--plugins", Searches.Plugin));
}
