using System.Collections.Concurrent;
using System.Diagnostics;

namespace NasEngine.Benchmarks.Emulation;

/// <summary>
/// Carries IP packets between hosts: it loses some, delays all, brings so many bits a second,
/// or none between those cut off and the others.
/// </summary>
internal sealed class Link
{
    private const int DestinationAt = 19;

    private readonly IReadOnlyList<Wire> _wires;
    private readonly Random _random;
    private readonly BlockingCollection<(long Due, int To, byte[] Packet)> _travelling = [];
    private readonly ManualResetEvent _never = new(false);
    private volatile bool[] _isCut;
    private volatile int _lossPercent;
    private volatile int _delayMilliseconds;
    private volatile int _megabits;
    private long _bytes;

    /// <param name="wires">Of the hosts; the last byte of a host's address is one more than its place here.</param>
    /// <param name="seed">Which packets are lost.</param>
    public Link(IReadOnlyList<Wire> wires, int seed)
    {
        (_wires, _random, _isCut) = (wires, new Random(seed), new bool[wires.Count]);
        for (var host = 0; host < wires.Count; host++)
        {
            var from = host;
            new Thread(() => Take(from)) { IsBackground = true }.Start();
        }

        new Thread(Bring) { IsBackground = true }.Start();
    }

    /// <summary>What the link is from now on.</summary>
    public void Set(int lossPercent, int delayMilliseconds) => (_lossPercent, _delayMilliseconds) = (lossPercent, delayMilliseconds);

    /// <summary>Brings that many megabits a second from now on, both ways together; 0 for as many as there are.</summary>
    public void Limit(int megabits) => _megabits = megabits;

    /// <summary>Bytes that were brought.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Cuts hosts off from the others; none heals it.</summary>
    public void Cut(IReadOnlyCollection<int> hosts) => _isCut = [.. _wires.Select((_, host) => hosts.Contains(host))];

    private void Take(int from)
    {
        var packet = new byte[1 << 16];
        try
        {
            while (_wires[from].Read(packet) is > DestinationAt and var length)
            {
                var to = packet[DestinationAt] - 1;
                if (packet[0] >> 4 == 4 && to >= 0 && to < _wires.Count && _isCut[from] == _isCut[to] && !IsLost())
                {
                    var due = Stopwatch.GetTimestamp() + (_delayMilliseconds * Stopwatch.Frequency / 1000);
                    _travelling.Add((due, to, packet[..length]));
                }
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // The host is gone.
        }
    }

    private bool IsLost()
    {
        lock (_random)
        {
            return _random.Next(100) < _lossPercent;
        }
    }

    private void Bring()
    {
        var free = 0L;
        foreach (var (due, to, packet) in _travelling.GetConsumingEnumerable())
        {
            var wait = (Math.Max(due, free) - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency;
            if (wait > 0)
            {
                _never.WaitOne((int)wait);
            }

            free = Math.Max(due, free) + TimeOf(packet.Length);
            Interlocked.Add(ref _bytes, packet.Length);
            try
            {
                _wires[to].Write(packet);
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                // The host is gone.
            }
        }
    }

    private long TimeOf(int bytes) => _megabits == 0 ? 0 : bytes * 8L * Stopwatch.Frequency / (_megabits * 1_000_000L);
}
