using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks;

/// <summary>The networks that a space's architectures are or hold (<see cref="INetworkHolder"/>): what tables have rows of.</summary>
internal sealed class NetworksOf(ISearchSpace space)
{
    /// <summary>Their space.</summary>
    public ISearchSpace Space => (space as INetworkHolder)?.Networks ?? space;

    /// <summary>The one of an architecture.</summary>
    public Architecture this[Architecture architecture] => (space as INetworkHolder)?.NetworkPart(architecture) ?? architecture;
}
