using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What is added to the scores: minus infinity where attention is forbidden.</summary>
internal static class AttentionMask
{
    /// <summary>Joins a mask of pairs (target × source) and one of padded keys (batch × source) into one per head.</summary>
    internal static Tensor? Merge(Tensor? pairs, Tensor? padding, long heads, ScalarType type)
    {
        if (pairs is { ndim: 2 }) pairs = pairs.unsqueeze(0);
        if (padding is not null)
        {
            var (batch, keys) = (padding.shape[0], padding.shape[1]);
            var perHead = padding.@bool().view(batch, 1, 1, keys).expand(-1, heads, -1, -1).reshape(batch * heads, 1, keys);
            pairs = pairs is null ? perHead
                : pairs.dtype == ScalarType.Bool ? pairs.logical_or(perHead)
                : pairs.masked_fill(perHead, double.NegativeInfinity);
        }

        return pairs is { dtype: ScalarType.Bool }
            ? zeros(pairs.shape, type, pairs.device).masked_fill_(pairs, double.NegativeInfinity)
            : pairs;
    }
}
