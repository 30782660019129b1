using Xunit.Abstractions;

namespace NasEngine.Faults.Tests;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20;

    [Fact]
    public void A_coordinator_killed_again_and_again_ends_as_one_never_killed() =>
        AllZero(new Chaos("table", Searches.Table(3000, "--isolation", "inproc"), Seed).Stop("kill -9 of the coordinator, inproc", 6));

    [Fact]
    public void A_coordinator_killed_over_several_worker_processes_ends_as_one_never_killed() =>
        AllZero(new Chaos("table", Searches.Table(600, "--workers", "2"), Seed).Stop("kill -9 of the coordinator, 2 workers", 3));

    [Fact]
    public void Killed_workers_change_nothing() =>
        AllZero(new Chaos("faulty", Searches.Faulty("--workers", "2", "--set", "milliseconds=40", "--set", "trials=60"), Seed).HitWorkers("kill -9 of workers", 3));

    [SkippableFact]
    public void A_supernet_search_survives_kills_of_its_coordinator_and_of_its_worker()
    {
        var run = Searches.FpNas(10);
        Skip.If(run is null, "dataset-fashion-mnist is not installed.");
        var chaos = new Chaos("fpnas", run, Seed);
        AllZero(chaos.Stop("kill -9 of the coordinator, FP-NAS", 1));
        AllZero(chaos.HitWorkers("kill -9 of the worker, FP-NAS", 1));
    }

    [SkippableFact]
    public void Steps_and_then_slices_of_a_supernet_survive_a_kill_of_their_coordinator()
    {
        var run = Searches.SinglePath(8);
        Skip.If(run is null, "dataset-fashion-mnist is not installed.");
        AllZero(new Chaos("singlepath", run, Seed).Stop("kill -9 of the coordinator, single-path one-shot", 1));
    }

    [Fact]
    public void Results_that_arrived_while_the_strategy_hung_are_there_after_a_kill()
    {
        const int hangsAt = 10;
        int results;
        string[] search = Searches.Faulty("--isolation", "inproc", "--workers", "4", "--set", "window=4", "--set", "trials=20");
        using var undisturbed = new Sandbox(search).Finish();
        using var folder = new Sandbox();
        var marker = Path.Combine(folder.Own, "marker");
        using var sandbox = new Sandbox(
            [.. search, "--set", "milliseconds=50", "--set", "strategyFault=never", "--set", $"marker={marker}"]);
        using (var process = sandbox.Run())
        {
            process.Until(() => File.Exists(marker) && Ledger.HasAllProposed(sandbox)).Should().BeTrue(process.Said);
            results = Ledger.Results(sandbox);
            Signal.Send(process.Pid, Signal.Kill);
            process.Exit();
        }

        results.Should().BeInRange(hangsAt - 3, hangsAt, "the strategy hangs before candidate 10, with others in flight");
        Ledger.Results(sandbox).Should().Be(results);
        sandbox.Finish();
        var story = sandbox.Show("faulty", "--plugins", Searches.Plugin);
        story.DifferencesFrom(undisturbed.Show("faulty", "--plugins", Searches.Plugin), butDefinition: true).Should().Be(0);
    }

    [Fact]
    public void A_winner_killed_in_the_middle_of_its_training_ends_in_the_bits_of_one_never_killed()
    {
        using var files = new Sandbox();
        var table = Path.Combine(files.Own, "table.csv");
        File.WriteAllLines(table, Enumerable.Range(0, 400).Select(row => $"{row % 23},{row * 7 % 31},{(row % 23 > row * 7 % 31 ? 1 : 0)}").Prepend("a,b,y"));
        string[] search = [Installation.Recipe("trained.csx"), "--set", $"table={table}"];
        using var undisturbed = new Sandbox(search).Finish();
        using var sandbox = new Sandbox(search);
        var halfway = Path.Combine(sandbox.Workspace, "networks", "trained", "halfway");
        using (var process = sandbox.Run())
        {
            process.Until(() => Directory.Exists(halfway) && Directory.GetFiles(halfway, "final-*").Length > 0).Should().BeTrue(process.Said);
            Signal.Send(process.Pid, Signal.Kill);
            process.Exit();
        }

        sandbox.Finish();

        Weights(sandbox).Should().Equal(Weights(undisturbed));
        Directory.GetFiles(halfway).Should().BeEmpty("what has ended is not kept in its middle");

        static byte[] Weights(Sandbox one) => File.ReadAllBytes(Path.Combine(one.Workspace, "results", "trained", "best", "weights.safetensors"));
    }

    /// <summary>The second search measures nothing: what it goes by is what the first one kept, before the kill and after it.</summary>
    [Fact]
    public void A_time_that_was_measured_before_a_kill_is_never_measured_again()
    {
        using var sandbox = new Sandbox(Searches.Filled("killed"));
        using (var process = sandbox.Run())
        {
            process.Until(() => Ledger.Results(sandbox) > 0).Should().BeTrue(process.Said);
            Signal.Send(process.Pid, Signal.Kill);
            process.Exit();
        }

        sandbox.Finish();
        using var after = sandbox.Start(["run", .. Searches.Filled("after")]);
        after.Exit().Should().Be(0, after.Said);

        after.Said.Should().NotContain(" measured on cpu");
        Latencies("killed").Should().Equal(Latencies("after")).And.HaveCount(60);

        double[] Latencies(string name) => [.. sandbox.Show(name).Trials.Select(trial => (double)trial!["metrics"]!["latency_ms"]!)];
    }

    private void AllZero(FaultRow row)
    {
        output.WriteLine(row.ToString());
        row.Should().BeEquivalentTo(new { Lost = 0, Duplicated = 0, Differing = 0 });
        row.Injected.Should().BePositive();
    }
}
