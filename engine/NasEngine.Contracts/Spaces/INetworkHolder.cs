namespace NasEngine.Contracts;

/// <summary>
/// A space each of whose architectures is a network of another space and something beside it, such as the accelerator that it runs on.
/// What is known of networks, such as a table of accuracies, is known of its architectures.
/// </summary>
public interface INetworkHolder
{
    /// <summary>The space of the networks.</summary>
    ISearchSpace Networks { get; }

    /// <summary>The network of an architecture, one of <see cref="Networks"/>.</summary>
    /// <exception cref="InputException">It belongs to another space.</exception>
    Architecture NetworkPart(Architecture architecture);
}
