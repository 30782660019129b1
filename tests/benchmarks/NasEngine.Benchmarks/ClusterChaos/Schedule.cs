namespace NasEngine.Benchmarks.ClusterChaos;

/// <summary>What is to be done to a cluster, in an order and at distances that a seed decides.</summary>
/// <param name="nodes">How many nodes there are.</param>
/// <param name="asked">How much of each.</param>
/// <param name="seed">Decides the rest.</param>
internal sealed class Schedule(int nodes, ChaosCounts asked, int seed)
{
    private const double LongestCut = 60;

    private readonly Random _random = new(seed);
    private readonly ChaosCounts _asked = asked;
    private ChaosCounts _left = asked;

    /// <summary>Whether all was done.</summary>
    public bool IsDone => _left == new ChaosCounts(0, 0, 0);

    /// <summary>Whether hosts are still to be cut off.</summary>
    public bool HasCuts => _left.Partitions > 0;

    /// <summary>Whether processes are still to be killed.</summary>
    public bool HasKills => _left.NodeKills + _left.CoordinatorKills > 0;

    /// <summary>What was done.</summary>
    public ChaosCounts Done => new(
        _asked.NodeKills - _left.NodeKills, _asked.Partitions - _left.Partitions, _asked.CoordinatorKills - _left.CoordinatorKills);

    /// <summary>The next to be killed: a node's number from 1 on, or 0 for the coordinator.</summary>
    public int NextKill()
    {
        if (_random.Next(_left.NodeKills + _left.CoordinatorKills) < _left.CoordinatorKills)
        {
            _left = _left with { CoordinatorKills = _left.CoordinatorKills - 1 };
            return 0;
        }

        _left = _left with { NodeKills = _left.NodeKills - 1 };
        return _random.Next(nodes) + 1;
    }

    /// <summary>The next cut: which nodes, one or half of them, and for how many seconds: 1 to 60, short ones as often as long ones.</summary>
    public (IReadOnlyList<int> Nodes, double Seconds) NextCut()
    {
        _left = _left with { Partitions = _left.Partitions - 1 };
        var shuffled = Enumerable.Range(1, nodes).ToArray();
        _random.Shuffle(shuffled);
        return (shuffled[..(_random.Next(2) == 0 ? 1 : (nodes + 1) / 2)], Math.Pow(LongestCut, _random.NextDouble()));
    }

    /// <summary>Seconds, from one number to another.</summary>
    public double Between(double from, double to) => from + ((to - from) * _random.NextDouble());
}

/// <summary>How much is done.</summary>
internal sealed record ChaosCounts(int NodeKills, int Partitions, int CoordinatorKills);
