using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>
/// Systolic arrays, a design space that is no network, as Apollo's (arXiv 2102.01723): rows, columns, dataflow, three buffers, bandwidth.
/// Its architectures have no multiply-adds and no parameters of their own.
/// </summary>
public sealed class AcceleratorSpace : IArrayDesigns
{
    private static readonly ImmutableArray<string> Dataflows = ["os", "ws", "is"];

    private readonly AcceleratorOptions _options;

    /// <summary>Makes the space.</summary>
    public AcceleratorSpace(AcceleratorOptions options)
    {
        _options = options;
        Decisions = new DecisionSpace("accelerator",
        [
            Sizes("rows", "r", options.Sides),
            Sizes("columns", "c", options.Sides),
            new Decision("dataflow", Dataflows),
            Sizes("inputs", "i", options.Buffers),
            Sizes("filters", "f", options.Buffers),
            Sizes("outputs", "o", options.Buffers),
            Sizes("bandwidth", "b", options.Bandwidths),
        ]);
    }

    /// <inheritdoc/>
    public DecisionSpace Decisions { get; }

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    /// <inheritdoc/>
    public ImmutableArray<string> Assumptions =>
    [
        "Apollo's space and simulator are not public; parameters and their choices are ours, cycles are SCALE-Sim's.",
    ];

    /// <summary>The array that an architecture is.</summary>
    public SystolicArray Array(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        int Choice(int decision) => architecture.Values[decision];
        return new SystolicArray(
            (int)_options.Sides[Choice(0)],
            (int)_options.Sides[Choice(1)],
            (Dataflow)Choice(2),
            (int)_options.Buffers[Choice(3)],
            (int)_options.Buffers[Choice(4)],
            (int)_options.Buffers[Choice(5)],
            _options.Bandwidths[Choice(6)]);
    }

    /// <inheritdoc/>
    public string Format(Architecture architecture) => ArchitectureText.Format(Decisions, architecture);

    /// <inheritdoc/>
    public Architecture Parse(string text) => ArchitectureText.Parse(Decisions, text);

    /// <inheritdoc/>
    public ArchitectureCost Cost(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return default;
    }

    private static Decision Sizes(string name, string prefix, ImmutableArray<long> sizes) =>
        new(name, [.. sizes.Select(size => string.Create(CultureInfo.InvariantCulture, $"{prefix}{size}"))])
        {
            Ordered = true,
            Group = name,
        };
}
