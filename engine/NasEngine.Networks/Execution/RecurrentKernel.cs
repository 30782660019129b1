using TorchSharp;
using static TorchSharp.torch.nn;

namespace NasEngine.Networks;

/// <summary>
/// The kernel of recurrent cells. What the input brings to all places is one product; a node takes five native calls at each place, one of
/// them the product with both of its matrices.
/// </summary>
internal static class RecurrentKernel
{
    public static Kernel Of(Recurrent recurrent)
    {
        var weights = recurrent.Weights;
        return (inputs, source) =>
        {
            using var scope = torch.NewDisposeScope();
            var shape = inputs[0].shape;
            var map = source.Read(inputs[0]);
            var places = map.permute(2, 3, 0, 1).reshape(-1, shape[0], recurrent.In);
            var given = functional.linear(places, source.Weight(weights[0])).unbind(0);
            var matrices = weights.Skip(1).Select(source.Weight).ToArray();
            var states = new torch.Tensor[given.Length];
            var state = torch.zeros([shape[0], recurrent.Channels], map.dtype, map.device);
            for (var place = 0; place < given.Length; place++)
            {
                states[place] = state = Next(recurrent.Cell, given[place], state, matrices);
            }

            var last = torch.stack(states, 1).reshape(shape[0], shape[2], shape[3], recurrent.Channels);
            return scope.MoveToOuter(last.permute(0, 3, 1, 2));
        };
    }

    /// <summary>The new state, batch × channels.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="given">What the input brings to node 1, batch × 2·channels.</param>
    /// <param name="state">The last state, batch × channels.</param>
    /// <param name="matrices">One per node, 2·channels × channels.</param>
    private static torch.Tensor Next(RecurrentCell cell, torch.Tensor given, torch.Tensor state, torch.Tensor[] matrices)
    {
        using var scope = torch.NewDisposeScope();
        var values = new torch.Tensor[cell.Nodes.Length + 1];
        values[0] = state;
        for (var i = 0; i < cell.Nodes.Length; i++)
        {
            var (source, function) = cell.Nodes[i];
            var product = functional.linear(values[source], matrices[i]);
            var halves = (source == 0 ? product.Plus(given) : product).chunk(2, 1);
            values[i + 1] = values[source].lerp(Activated(halves[1], function), halves[0].sigmoid());
        }

        var ends = cell.LooseEnds.Select(number => values[number]).ToArray();
        return scope.MoveToOuter(ends.Length == 1 ? ends[0] : torch.stack(ends, 0).sum([0]).Times(1.0 / ends.Length));
    }

    private static torch.Tensor Activated(torch.Tensor values, ActivationKind? function) =>
        function is { } kind ? Kernels.Activated(values, kind) : values;
}
