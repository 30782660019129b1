using TorchSharp;
using static TorchSharp.torch.nn;

namespace NasEngine.Networks;

/// <summary>Kernels of tokens and of transformers; what they give lies channels last in memory.</summary>
internal static class SequenceKernels
{
    /// <summary>Added to what a softmax must not choose; finite, so that a sequence of padding alone gives no NaN.</summary>
    private const double Never = -1e9;

    public static Kernel Embedding(Embedding embedding)
    {
        var weight = embedding.Weights[0];
        return (inputs, source) =>
        {
            var shape = inputs[0].shape;
            using var scope = torch.NewDisposeScope();
            var (first, last) = (torch.zeros_like(inputs[0]), torch.zeros_like(inputs[0]).Fill_(embedding.Tokens - 1));
            var whole = inputs[0].maximum(first).minimum(last).to(torch.ScalarType.Int64);
            var vectors = source.Weight(weight).index_select(0, whole.reshape(-1));
            return scope.MoveToOuter(vectors.reshape(shape[0], shape[2], shape[3], embedding.Size).permute(0, 3, 1, 2));
        };
    }

    public static Kernel Positions(Positions positions)
    {
        var weight = positions.Weights[0];
        return (inputs, source) =>
        {
            var shape = inputs[0].shape;
            using var map = source.Weight(weight).reshape(1, shape[2], shape[3], positions.Channels);
            using var first = map.permute(0, 3, 1, 2);
            return inputs[0].Plus(first);
        };
    }

    public static Kernel LayerNorm(LayerNorm norm)
    {
        var tensors = norm.Weights;
        long[] channels = [norm.Channels];
        return (inputs, source) =>
        {
            using var whole = inputs[0].to(torch.ScalarType.Float32);
            using var last = whole.permute(0, 2, 3, 1);
            using var normal = functional.layer_norm(last, channels, source.Weight(tensors[0]), source.Weight(tensors[1]), norm.Epsilon);
            using var given = normal.to(inputs[0].dtype);
            return given.permute(0, 3, 1, 2);
        };
    }

    public static Kernel Attention(Attention attention) => (inputs, _) =>
    {
        var shape = inputs[0].shape;
        using var scope = torch.NewDisposeScope();
        var type = inputs[2].dtype;
        var (queries, keys, values) =
            (InHeads(inputs[0].to(type), attention), InHeads(inputs[1].to(type), attention), InHeads(inputs[2], attention));
        var alike = queries.matmul(keys.transpose(2, 3)).Times(1 / Math.Sqrt(shape[1] / attention.Heads));
        if (inputs.Length > 3)
        {
            alike = alike.Plus(IsPadding(inputs[3]).reshape(shape[0], 1, 1, shape[2] * shape[3]), Never);
        }

        var mean = alike.softmax(3).to(type).matmul(values);
        return scope.MoveToOuter(mean.transpose(1, 2).reshape(shape[0], shape[2], shape[3], shape[1]).permute(0, 3, 1, 2));
    };

    public static torch.Tensor TokenMean(ReadOnlySpan<torch.Tensor> inputs, IWeightSource weights)
    {
        using var scope = torch.NewDisposeScope();
        var isPadding = IsPadding(inputs[1]);
        var isToken = torch.ones_like(isPadding).sub(isPadding);
        var count = isToken.sum([2, 3], keepdim: true);
        var sum = inputs[0].mul(isToken).sum([2, 3], keepdim: true);
        return scope.MoveToOuter(sum.div(count.maximum(torch.ones_like(count))));
    }

    /// <summary>Batch × heads × places × channels of a head.</summary>
    private static torch.Tensor InHeads(torch.Tensor map, Attention attention)
    {
        var shape = map.shape;
        return map.permute(0, 2, 3, 1).reshape(shape[0], shape[2] * shape[3], attention.Heads, shape[1] / attention.Heads).transpose(1, 2);
    }

    private static torch.Tensor IsPadding(torch.Tensor tokens) => tokens.less(torch.ones_like(tokens)).to(torch.ScalarType.Float32);
}
