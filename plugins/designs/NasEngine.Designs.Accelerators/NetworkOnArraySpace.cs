using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Designs.Accelerators;

/// <summary>
/// Networks of a space together with the systolic arrays that they run on: the decisions of both. It is trained, looked up and counted as
/// its network is; what the network takes of the array is known before, see <see cref="NetworkOnArrayCosts"/>.
/// </summary>
internal sealed class NetworkOnArraySpace : INetworkSpace, INetworkHolder, IArrayDesigns
{
    /// <summary>Its id.</summary>
    public const string Id = "network-on-array";

    private const string Between = " @ ";
    private const string Prefix = "array.";

    private readonly INetworkSpace _networks;
    private readonly AcceleratorSpace _arrays;

    /// <summary>Makes it.</summary>
    /// <exception cref="InputException">The other space is not one of networks.</exception>
    public NetworkOnArraySpace(AcceleratorOptions options, ISearchSpace networks)
    {
        _networks = networks as INetworkSpace ?? throw new InputException(
            $"Space '{Id}' holds networks, and the architectures of space '{networks.Decisions.Id}' are none; name a space of networks, "
            + "such as Part(\"nasbench201\").");
        _arrays = new AcceleratorSpace(options);
        Decisions = new DecisionSpace(Id,
        [
            .. networks.Decisions.Decisions,
            .. _arrays.Decisions.Decisions.Select(decision =>
                decision with { Name = Prefix + decision.Name, Group = Prefix + decision.Group }),
        ]);
    }

    /// <inheritdoc/>
    public DecisionSpace Decisions { get; }

    /// <inheritdoc/>
    public ISearchSpace Networks => _networks;

    /// <inheritdoc/>
    public FeatureShape Input => _networks.Input;

    /// <inheritdoc/>
    public int Classes => _networks.Classes;

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    /// <inheritdoc/>
    ImmutableSortedDictionary<string, NetworkSpec> INetworkSpace.Networks => _networks.Networks;

    /// <inheritdoc/>
    public ImmutableArray<string> Assumptions => [.. ((ISearchSpace)_networks).Assumptions, .. _arrays.Assumptions];

    /// <inheritdoc/>
    public Architecture NetworkPart(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return new Architecture(_networks.Decisions.Id, architecture.Values[..Split]);
    }

    /// <inheritdoc/>
    public SystolicArray Array(Architecture architecture) => _arrays.Array(ArrayPart(architecture));

    /// <inheritdoc/>
    public NetworkSpec Describe(Architecture architecture) => _networks.Describe(NetworkPart(architecture));

    /// <inheritdoc/>
    public string Format(Architecture architecture) =>
        _networks.Format(NetworkPart(architecture)) + Between + _arrays.Format(ArrayPart(architecture));

    /// <inheritdoc/>
    public Architecture Parse(string text)
    {
        var at = text.LastIndexOf(Between, StringComparison.Ordinal);
        return at >= 0
            ? Joined(_networks.Parse(text[..at]), _arrays.Parse(text[(at + Between.Length)..]))
            : throw new InputException(
                $"'{text}' is no design of space '{Id}'; it must be a network of space '{_networks.Decisions.Id}', '{Between}' and an "
                + $"array, such as '{_arrays.Format(_arrays.Decisions.Architecture(new int[_arrays.Decisions.Decisions.Length]))}'.");
    }

    /// <inheritdoc/>
    public Architecture Canonical(Architecture architecture) =>
        Joined(((ISearchSpace)_networks).Canonical(NetworkPart(architecture)), ArrayPart(architecture));

    /// <summary>Designs differ where their networks do or their arrays.</summary>
    string ISearchSpace.NetworkOf(Architecture architecture) =>
        ((ISearchSpace)_networks).NetworkOf(NetworkPart(architecture)) + Between + ArrayPart(architecture).Key;

    /// <inheritdoc/>
    public ArchitectureCost Cost(Architecture architecture) => _networks.Cost(NetworkPart(architecture));

    private int Split => _networks.Decisions.Decisions.Length;

    private Architecture ArrayPart(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return new Architecture(_arrays.Decisions.Id, architecture.Values[Split..]);
    }

    private Architecture Joined(Architecture network, Architecture array) => new(Id, [.. network.Values, .. array.Values]);
}
