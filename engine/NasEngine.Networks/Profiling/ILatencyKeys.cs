using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>A space of which tables of latencies were published whose entries are parts of its own, such as whole blocks.</summary>
public interface ILatencyKeys : INetworkSpace
{
    /// <summary>Key of the time of all that is the same in every network; null where such tables have none.</summary>
    string? FixedLatencyKey { get; }

    /// <summary>Keys of what a network, or a part of one, has beside that, in order.</summary>
    IEnumerable<string> LatencyKeys(NetworkSpec part);

    /// <summary>Keys of an architecture's parts in such a table, in order; its latency is the sum over them.</summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    ImmutableArray<string> LatencyKeys(Architecture architecture) =>
        [.. FixedLatencyKey is { } known ? [known] : Array.Empty<string>(), .. LatencyKeys(Describe(architecture))];
}
