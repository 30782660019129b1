using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.TfNas;

/// <summary>A place for an operation.</summary>
/// <param name="Stage">Number of the stage, from 0.</param>
/// <param name="Block">Number of the block in the stage, from 0.</param>
/// <param name="Input">Input channels.</param>
/// <param name="Settings">The stage.</param>
/// <param name="CanSkip">Whether it has an operation that leaves it out.</param>
internal sealed record TfNasBlock(int Stage, int Block, int Input, TfNasStage Settings, bool CanSkip)
{
    private const string Skip = "skip";

    private string Group => string.Create(CultureInfo.InvariantCulture, $"{Place.Stage(Stage)}.block{Block + 1}");

    /// <summary>How many blocks of its stage there are.</summary>
    public Decision DepthDecision => Ordered($"{Place.Stage(Stage)}.depth", Labels("d", Enumerable.Range(1, Settings.Blocks)));

    public Decision OperationDecision => new(
        $"{Group}.operation", [.. TfNasOperation.All.Select(one => one.ToString()), .. CanSkip ? [Skip] : Array.Empty<string>()])
    {
        Group = Group,
    };

    /// <summary>Middle channels of the operations of low or high expansion.</summary>
    public ImmutableArray<int> Widths(bool high)
    {
        var least = (high ? 8 : 4) / 2 * Input;
        return [.. Enumerable.Range(least, least + 1)];
    }

    public Decision WidthDecision(bool high) =>
        Ordered($"{Group}.{(high ? "width6" : "width3")}", Labels("m", Widths(high))) with { Group = Group };

    /// <summary>Adds one operation, its middle channels those of the largest of the widths and masked to the others.</summary>
    public FeatureMap Add(FeatureMap map, TfNasOperation operation, Selection widths) => new InvertedResidual
    {
        Channels = Settings.Channels,
        Middle = widths.Largest,
        MiddleWidths = widths,
        Kernel = operation.Kernel,
        Stride = Block == 0 ? Settings.Stride : 1,
        Activation = Settings.Activation,
        Attention = operation.Attention ? new ChannelAttention(1, operation.Hidden(Input), Activation: Settings.Activation) : null,
    }.AddTo(map.At(Place.Stage(Stage), $"block{Block + 1}.{operation}"));

    /// <summary>Adds the weighted sum of all operations.</summary>
    public FeatureMap AddMixture(FeatureMap map)
    {
        FeatureMap[] operations = [.. TfNasOperation.All.Select(operation =>
            Add(map, operation, Selection.By(WidthDecision(operation.High).Name, Widths(operation.High))))];
        return operations[0].At(Place.Stage(Stage), $"block{Block + 1}").Mix(
            Selection.Each(OperationDecision), [.. operations[1..], .. CanSkip ? [map] : Array.Empty<FeatureMap>()]);
    }

    private static Decision Ordered(string name, ImmutableArray<string> choices) => new(name, choices) { Ordered = true };

    private static ImmutableArray<string> Labels(string prefix, IEnumerable<int> values) =>
        [.. values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{prefix}{value}"))];
}
