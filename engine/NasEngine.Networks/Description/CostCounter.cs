using System.Diagnostics;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Counts what a network costs while it is described, without keeping its operations. Every weight key counts as often as
/// it is used, so this is for networks that use each key once, as those of spaces do.
/// </summary>
internal sealed class CostCounter : NetworkSink
{
    private readonly List<Entry> _entries = [];
    private readonly List<int> _inputs = [];

    private CostCounter(FeatureShape input) => Add(new Input(input), [], "", "");

    public override bool NeedsKeys => false;

    /// <summary>Cost and output shape of what <paramref name="describe"/> adds behind an image or map of a shape.</summary>
    /// <exception cref="InputException">The shapes do not fit.</exception>
    public static (ArchitectureCost Cost, FeatureShape Output) Count(FeatureShape input, Func<FeatureMap, FeatureMap> describe)
    {
        var counter = new CostCounter(input);
        var output = describe(new FeatureMap(counter, 0, "", ""));
        return (counter.CostOf(output.Node), output.Shape);
    }

    public override FeatureShape ShapeOf(int node) => _entries[node].Shape;

    public override NetworkSpec Build(int output) => throw new UnreachableException("A cost counter keeps no nodes.");

    protected override int Keep(Operation operation, ReadOnlySpan<int> inputs, FeatureShape shape, string stage, string block)
    {
        _entries.Add(new Entry(
            shape, operation.Macs(shape), operation.ParameterCount, operation.WeightBytes, _inputs.Count, inputs.Length));
        _inputs.AddRange(inputs);
        return _entries.Count - 1;
    }

    /// <summary>Only what leads to the output counts; the input itself does not.</summary>
    private ArchitectureCost CostOf(int output)
    {
        Span<bool> used = output < 1024 ? stackalloc bool[output + 1] : new bool[output + 1];
        used[output] = true;
        long macs = 0, parameters = 0, scalars = 0, bytes = 0;
        for (var i = output; i > 0; i--)
        {
            if (!used[i])
            {
                continue;
            }

            var entry = _entries[i];
            macs += entry.Macs;
            parameters += entry.Parameters;
            bytes += entry.WeightBytes;
            scalars += entry.Shape.Count;
            for (var j = 0; j < entry.Inputs; j++)
            {
                used[_inputs[entry.FirstInput + j]] = true;
            }
        }

        return new ArchitectureCost(macs, parameters, scalars * sizeof(float)) { WeightBytes = bytes };
    }

    private readonly record struct Entry(FeatureShape Shape, long Macs, long Parameters, long WeightBytes, int FirstInput, int Inputs);
}
