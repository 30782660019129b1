using System.Diagnostics;
using System.Globalization;
using NasEngine.Benchmarks.Emulation;
using NasEngine.Faults;

namespace NasEngine.Benchmarks.ClusterChaos;

/// <summary>Searches on nodes, one after the other until all that is scheduled was done to them.</summary>
internal sealed class DisturbedCluster(Hosts? hosts, int nodes, int trials, Schedule schedule, CancellationToken stop)
{
    public const int JobMilliseconds = 40;
    public const int LossPercent = 5;
    public const int DelayMilliseconds = 200;

    private const int Slots = 2;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private double _nextKill = 5;
    private double _nextCut = 8;
    private double? _healsAt;
    private double _cutSeconds;
    private bool _isBad;

    private double Now => _clock.Elapsed.TotalSeconds;

    /// <summary>The row of the report.</summary>
    public IReadOnlyDictionary<string, object> Run()
    {
        using var undisturbed = new Sandbox(Search(0)).Finish();
        var story = undisturbed.Show("faulty", "--plugins", Searches.Plugin);
        var (searches, lost, twice, differing) = (0, 0, 0, 0);
        _clock.Restart();
        using var machines = new ClusterMachines(hosts, nodes, Slots);
        while (searches == 0 || !schedule.IsDone)
        {
            var ledger = new Ledger();
            using var sandbox = machines.Sandbox(Search(JobMilliseconds));
            Disturb(sandbox, machines, ledger);
            ledger.Look(sandbox);
            searches++;
            (lost, twice) = (lost + ledger.Lost, twice + ledger.Duplicated);
            differing += sandbox.Show("faulty", "--plugins", Searches.Plugin).DifferencesFrom(story, butDefinition: true);
            Say($"search {searches} ended; lost {lost}, doubled {twice}, differing {differing}");
        }

        return new Dictionary<string, object>
        {
            ["nodes"] = nodes,
            ["clocks"] = machines.Clocks,
            ["node_kills"] = schedule.Done.NodeKills,
            ["partitions"] = schedule.Done.Partitions,
            ["seconds_cut"] = _cutSeconds,
            ["coordinator_kills"] = schedule.Done.CoordinatorKills,
            ["searches"] = searches,
            ["trials"] = searches * trials,
            ["seconds"] = Now,
            ["lost"] = lost,
            ["doubled"] = twice,
            ["differing"] = differing,
        };
    }

    private void Disturb(Sandbox sandbox, ClusterMachines machines, Ledger ledger)
    {
        while (true)
        {
            using var coordinator = sandbox.Run();
            if (!DisturbUntilItIsKilled(coordinator, machines))
            {
                return;
            }

            Signal.Send(coordinator.Pid, Signal.Kill);
            coordinator.Exit();
            ledger.Look(sandbox);
        }
    }

    /// <summary>False when the search has ended.</summary>
    private bool DisturbUntilItIsKilled(NasProcess coordinator, ClusterMachines machines)
    {
        while (coordinator.ExitWithin(TimeSpan.FromMilliseconds(50)) is not { } code)
        {
            stop.ThrowIfCancellationRequested();
            machines.MustLive();
            Cut();
            if (!schedule.HasKills || Now < _nextKill)
            {
                continue;
            }

            var kill = schedule.NextKill();
            _nextKill = Now + (kill == 0 ? schedule.Between(8, 20) : schedule.Between(0.5, 5));
            Say(kill == 0 ? "kills the coordinator" : Text($"kills node {kill}"));
            if (kill == 0)
            {
                return true;
            }

            machines.Restart(kill);
        }

        return coordinator.Exit() == 0
            ? false
            : throw new InvalidOperationException($"The search ended with {coordinator.Exit()}. It wrote: {coordinator.Errors}");
    }

    private void Cut()
    {
        if (_healsAt is { } heals)
        {
            if (Now >= heals)
            {
                hosts!.Link.Cut([]);
                (_healsAt, _nextCut) = (null, Now + schedule.Between(1, 8));
                Say("heals");
            }
        }
        else if (schedule.HasCuts && Now >= _nextCut)
        {
            var (cut, seconds) = schedule.NextCut();
            (_isBad, _healsAt, _cutSeconds) = (!_isBad, Now + seconds, _cutSeconds + seconds);
            hosts!.Link.Set(_isBad ? LossPercent : 0, _isBad ? DelayMilliseconds : 0);
            hosts.Link.Cut(cut.ToHashSet());
            Say(Text($"cuts off nodes {string.Join(", ", cut)} for {seconds:0.0} s, with {(_isBad ? "losses and delay" : "a good link")}"));
        }
        else if (schedule.IsDone)
        {
            hosts?.Link.Set(0, 0);
        }
    }

    private string[] Search(int milliseconds) => Searches.Faulty(
        "--set", Text($"trials={trials}"), "--set", Text($"milliseconds={milliseconds}"), "--set", Text($"window={2 * nodes * Slots}"),
        "--threads-per-worker", "1");

    private void Say(string what) => Console.Error.WriteLine(Text($"{Now,7:0.0} s  {what}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
