using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Benchmarks.NasBenchMacro;

/// <summary>
/// NAS-Bench-Macro (CVPR 2021, arXiv 2103.11922): eight layers, each the identity (0; a 1×1 convolution where the stage
/// begins), an inverted residual of kernel 3 and expansion 3 (1), or of kernel 5 and expansion 6 (2). The text form is
/// the digits of the layers.
/// </summary>
public sealed class NasBenchMacroSpace : ChainSpace, IMixtureSpace
{
    private readonly NasBenchMacroOptions _options;
    private readonly NasBenchMacroParts _parts;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small for the strides.</exception>
    public NasBenchMacroSpace(NasBenchMacroOptions options)
        : this(options, new NasBenchMacroParts(options))
    {
    }

    private NasBenchMacroSpace(NasBenchMacroOptions options, NasBenchMacroParts parts)
        : base(parts.Decisions, options.Task, parts.Segments) => (_options, _parts) = (options, parts);

    /// <summary>Each layer is the weighted sum of its three choices.</summary>
    public NetworkSpec DescribeMixture() => _parts.AddMixture(NetworkSpec.From(Input)).Build();

    /// <inheritdoc/>
    public override string Format(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return string.Concat(architecture.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc/>
    public override Architecture Parse(string text)
    {
        var digits = text.Trim();
        return digits.Length == Decisions.Decisions.Length && digits.All(digit => digit is >= '0' and <= '2')
            ? Decisions.Architecture([.. digits.Select(digit => digit - '0')])
            : throw new InputException(
                $"'{text}' is not an architecture of space 'nasbench-macro'; it must be {Decisions.Decisions.Length} digits from 0 to 2.");
    }

    /// <summary>The identities of a stage, past its first layer, stand before its other layers: they change nothing.</summary>
    public override Architecture Canonical(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var values = architecture.Values.ToArray();
        var start = 0;
        foreach (var layers in _options.Stages)
        {
            var rest = values.AsSpan(start + 1, layers - 1);
            var working = rest.ToArray().Where(value => value != 0).ToArray();
            rest.Clear();
            working.CopyTo(rest[(rest.Length - working.Length)..]);
            start += layers;
        }

        return Decisions.Architecture(values);
    }
}
