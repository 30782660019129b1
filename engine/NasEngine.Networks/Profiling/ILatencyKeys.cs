using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>A space of which tables of latencies were published whose entries are parts of its own, such as whole blocks.</summary>
public interface ILatencyKeys
{
    /// <summary>Keys of an architecture's parts in such a table, in order; its latency is the sum over them.</summary>
    /// <exception cref="InputException">The architecture belongs to another space.</exception>
    ImmutableArray<string> LatencyKeys(Architecture architecture);
}
