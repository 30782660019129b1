using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.TfNas;

/// <summary>
/// TF-NAS (ECCV 2020, arXiv 2008.05314): per stage a depth (sink-connecting, no skip operation), per block one of eight
/// operations and its middle channels, by single channels between half and all of the largest ratio. The stages are those
/// of the authors' latency table. Without sink-connecting, blocks after a stage's first have a ninth operation that leaves them out,
/// and several architectures are one network.
/// </summary>
public sealed class TfNasSpace : ChainSpace, IMixtureSpace, ILatencyKeys
{
    private readonly TfNasParts _parts;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small for the strides.</exception>
    public TfNasSpace(TfNasOptions options)
        : this(options, new TfNasParts(options))
    {
    }

    private TfNasSpace(TfNasOptions options, TfNasParts parts)
        : base(parts.Decisions, options.Task, parts.Segments) => _parts = parts;

    /// <summary>
    /// Each block is the weighted sum of the eight operations, each of them masked to its width, and each stage the weighted
    /// sum of its blocks by depth (section 3.3); without sink-connecting a stage is its last block. To leave widths alone, list one
    /// choice of each.
    /// </summary>
    public NetworkSpec DescribeMixture() => _parts.AddMixture(NetworkSpec.From(Input)).Build();

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The stages are those of the authors' latency table: channels, strides and the largest number of blocks.",
    ];

    /// <inheritdoc/>
    public string FixedLatencyKey => TfNasLatency.Base;

    /// <summary>
    /// Keys in the authors' latency tables, as <see cref="LatencyTable"/> reads them: per block
    /// <c>MBInvertedResBlock_SIZE_IN_SE_OUT_kK_sS_ACT/MIDDLE</c>.
    /// </summary>
    public IEnumerable<string> LatencyKeys(NetworkSpec part) => TfNasLatency.Keys(part);

    /// <summary>Each operation in every block, all at the largest widths and depths.</summary>
    public override IEnumerable<Architecture> Covering() => Enumerable.Range(0, TfNasOperation.All.Length).Select(operation =>
        Decisions.Architecture([.. Decisions.Decisions.Select((decision, number) =>
            _parts.IsOperation(number) ? operation : decision.Count - 1)]));
}
