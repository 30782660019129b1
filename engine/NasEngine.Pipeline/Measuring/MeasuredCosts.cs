using System.Collections.Concurrent;
using NasEngine.Contracts;
using NasEngine.Pipeline.Sharing;

namespace NasEngine.Pipeline.Measuring;

/// <summary>What the cost models of one search measure: when nothing else runs on the machine, and kept for all of the workspace.</summary>
/// <param name="folder">Where it is kept.</param>
/// <param name="machine">The search's share of the machine for this.</param>
/// <param name="nameOf">What a device's name stands for.</param>
/// <param name="say">Tells the user, until <see cref="Said"/> is set.</param>
public sealed class MeasuredCosts(MeasuredFolder folder, MachineShare machine, Func<string, string> nameOf, Action<string> say)
    : IMeasuredCosts
{
    private readonly ConcurrentDictionary<string, bool> _opened = new(StringComparer.Ordinal);
    private int _busy;

    /// <summary>Tells the user.</summary>
    public Action<string> Said { private get; set; } = say;

    /// <inheritdoc/>
    public bool IsBusy => Volatile.Read(ref _busy) > 0;

    /// <inheritdoc/>
    public string Machine(string device) => nameOf(device);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Open(string name, byte[] first)
    {
        _opened[name] = true;
        return folder.Open(name, first);
    }

    /// <summary>Keeps what is measured from here on; the caller holds the lock of the workspace.</summary>
    /// <param name="begun">Name of the search where it began earlier; null where it begins now.</param>
    /// <exception cref="InputException">What the search went by is gone, or it cannot be kept.</exception>
    public void Keep(string? begun)
    {
        foreach (var name in _opened.Keys)
        {
            if (folder.Keep(name, begun) is { } file)
            {
                Say($"What is measured for costs is kept in '{file}'.");
            }
        }
    }

    /// <inheritdoc/>
    public void Extend(string name, Func<ReadOnlyMemory<byte>, byte[]?> measure)
    {
        Interlocked.Increment(ref _busy);
        try
        {
            // Nobody who asks for a cost holds a part of the machine; what runs on it comes to its end without it.
            using var alone = machine.EnterAloneAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
            folder.Extend(name, measure);
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
        }
    }

    /// <inheritdoc/>
    public void Say(string sentence) => Said(sentence);
}
