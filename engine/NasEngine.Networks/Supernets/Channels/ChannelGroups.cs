using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>
/// Finds the channels of a network that may change places: whatever hands channels on one by one (depthwise convolutions, batch norms,
/// activations, pools, sums, gates, masks) ties those before and behind it; a convolution over all channels begins new ones. Channels of
/// the image, of the answer, and of what depends on their order (concatenation, splits, grouped convolutions) stay.
/// </summary>
internal sealed class ChannelGroups
{
    private readonly Dictionary<object, object> _tied = [];
    private readonly List<object> _fixed = [];
    private readonly List<(int Node, string Weight)> _depthwise = [];
    private readonly List<(int Node, string Decision)> _masks = [];
    private readonly SortedDictionary<string, int> _ranks = new(StringComparer.Ordinal);

    private ChannelGroups(NetworkSpec network)
    {
        for (var number = 0; number < network.Nodes.Length; number++)
        {
            Know(network, number);
        }

        _fixed.Add(network.Nodes.Length - 1);
    }

    /// <summary>The groups that have a depthwise kernel.</summary>
    public static ImmutableArray<ChannelGroup> Of(NetworkSpec network)
    {
        var groups = new ChannelGroups(network);
        var kept = groups._fixed.Select(groups.Root).ToHashSet();
        return
        [
            .. groups._depthwise.GroupBy(one => groups.Root(one.Node)).Where(group => !kept.Contains(group.Key))
                .Select(group => new ChannelGroup(
                    [.. groups.Axes().Where(axis => groups.Root(axis).Equals(group.Key))],
                    [.. group.Select(one => one.Weight).Distinct()],
                    [.. groups._masks.Where(mask => groups.Root(mask.Node).Equals(group.Key)).Select(mask => mask.Decision).Distinct()])),
        ];
    }

    private IEnumerable<WeightAxis> Axes() =>
        _ranks.SelectMany(pair => Enumerable.Range(0, Math.Min(2, pair.Value)).Select(axis => new WeightAxis(pair.Key, axis)));

    private void Know(NetworkSpec network, int number)
    {
        var node = network.Nodes[number];
        foreach (var weight in node.Operation.Weights)
        {
            _ranks[weight.Name] = weight.Shape.Length;
        }

        switch (node.Operation)
        {
            case Convolution { Groups: 1 } or Linear when node.Operation is Convolution || IsPixel(network.Nodes[node.Inputs[0]].Shape):
                Tie(node.Inputs[0], new WeightAxis(node.Operation.Weights[0].Name, 1));
                TieWeights(node, number);
                break;
            case Convolution convolution when convolution.Groups == convolution.In && convolution.In == convolution.Out:
                _depthwise.Add((number, convolution.Weights[0].Name));
                HandOn(node, number);
                break;
            case ChannelMask mask:
                _masks.AddRange(mask.Selection.Decisions.Select(decision => (number, decision)));
                HandOn(node, number);
                break;
            case BatchNorm or Activation or Pool or GlobalAveragePool or Resize or Shift or Add or Scale or WeightedSum or PlacedSum:
                HandOn(node, number);
                break;
            case Zero:
                break;
            default:
                _fixed.AddRange(
                [
                    number, .. node.Inputs.Cast<object>(), .. node.Operation.Weights.Select(weight => new WeightAxis(weight.Name, 0)),
                ]);
                break;
        }
    }

    private void HandOn(Node node, int number)
    {
        foreach (var input in node.Inputs)
        {
            Tie(number, input);
        }

        TieWeights(node, number);
    }

    private void TieWeights(Node node, int number)
    {
        foreach (var weight in node.Operation.Weights)
        {
            Tie(number, new WeightAxis(weight.Name, 0));
        }
    }

    private void Tie(object one, object other)
    {
        var (root, joined) = (Root(one), Root(other));
        if (!root.Equals(joined))
        {
            _tied[root] = joined;
        }
    }

    private object Root(object one)
    {
        while (_tied.TryGetValue(one, out var next))
        {
            one = next;
        }

        return one;
    }

    private static bool IsPixel(FeatureShape shape) => shape is { Height: 1, Width: 1 };
}
