using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Attention by several heads side by side (Vaswani et al., arXiv 1706.03762); sequences come first, then the batch.</summary>
    public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
    {
        private readonly long _width;
        private readonly long _heads;
        private readonly double _dropout;
        private readonly bool _zeroAttention;
        private readonly Linear out_proj;
        private readonly Parameter? in_proj_weight;
        private readonly Parameter? q_proj_weight;
        private readonly Parameter? k_proj_weight;
        private readonly Parameter? v_proj_weight;
        private readonly Parameter? in_proj_bias;
        private readonly Parameter? bias_k;
        private readonly Parameter? bias_v;

        internal MultiheadAttention(long width, long heads, double dropout, bool bias, bool biasKeys, bool zeroAttention, long keys, long values)
            : base(nameof(MultiheadAttention))
        {
            if (width % heads != 0) throw new ArgumentException($"embedded_dim {width} must be divisible by num_heads {heads}");
            (_width, _heads, _dropout, _zeroAttention) = (width, heads, dropout, zeroAttention);
            out_proj = Linear(width, width, bias);
            if (keys == width && values == width)
            {
                in_proj_weight = Drawn(3 * width, width);
            }
            else
            {
                q_proj_weight = Drawn(width, width);
                k_proj_weight = Drawn(width, keys);
                v_proj_weight = Drawn(width, values);
            }

            if (bias)
            {
                in_proj_bias = new Parameter(zeros(3 * width));
                init.zeros_(out_proj.bias!);
            }

            if (biasKeys)
            {
                bias_k = new Parameter(init.xavier_normal_(empty(1, 1, width)));
                bias_v = new Parameter(init.xavier_normal_(empty(1, 1, width)));
            }

            RegisterComponents();
        }

        public new Tuple<Tensor, Tensor> call(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        /// <summary>The attended values, and the weights averaged over the heads when they are wanted.</summary>
        public override Tuple<Tensor, Tensor> forward(
            Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            using var scope = NewDisposeScope();
            var (length, batch) = (query.shape[0], query.shape[1]);
            var (q, k, v) = Project(query, key, value);
            if (bias_k is not null && bias_v is not null)
            {
                (k, v) = (cat([k, bias_k.repeat(1, batch, 1)]), cat([v, bias_v.repeat(1, batch, 1)]));
                (attn_mask, key_padding_mask) = (OneMore(attn_mask), OneMore(key_padding_mask));
            }

            (q, k, v) = (PerHead(q, batch), PerHead(k, batch), PerHead(v, batch));
            if (_zeroAttention)
            {
                var nothing = zeros([batch * _heads, 1, _width / _heads], k.dtype, k.device);
                (k, v) = (cat([k, nothing], 1), cat([v, nothing], 1));
                (attn_mask, key_padding_mask) = (OneMore(attn_mask), OneMore(key_padding_mask));
            }

            var mask = AttentionMask.Merge(attn_mask, key_padding_mask, _heads, q.dtype);
            var scaled = q / Math.Sqrt(_width / _heads);
            var weights = (mask is null ? scaled.bmm(k.transpose(-2, -1)) : mask.baddbmm(scaled, k.transpose(-2, -1))).softmax(-1);
            if (training && _dropout > 0) weights = functional.dropout(weights, _dropout);
            var attended = out_proj.call(weights.bmm(v).transpose(0, 1).contiguous().view(length * batch, _width)).view(length, batch, _width);
            if (!need_weights) return Tuple.Create(attended.MoveToOuterDisposeScope(), default(Tensor)!);
            var mean = weights.view(batch, _heads, length, -1).sum(1) / _heads;
            return Tuple.Create(attended.MoveToOuterDisposeScope(), mean.MoveToOuterDisposeScope());
        }

        private static Parameter Drawn(long rows, long columns) => new(init.xavier_uniform_(empty(rows, columns)));

        private static Tensor? OneMore(Tensor? mask) => mask is null ? null : functional.pad(mask, (0, 1));

        private Tensor PerHead(Tensor projected, long batch) =>
            projected.contiguous().view(projected.shape[0], batch * _heads, _width / _heads).transpose(0, 1);

        private (Tensor, Tensor, Tensor) Project(Tensor query, Tensor key, Tensor value)
        {
            if (in_proj_weight is not null && ReferenceEquals(key, value))
            {
                if (ReferenceEquals(query, key))
                {
                    var all = functional.linear(query, in_proj_weight, in_proj_bias).chunk(3, -1);
                    return (all[0], all[1], all[2]);
                }

                long[] parts = [_width, 2 * _width];
                var (weight, bias) = (in_proj_weight.split(parts), in_proj_bias?.split(parts));
                var both = functional.linear(key, weight[1], bias?[1]).chunk(2, -1);
                return (functional.linear(query, weight[0], bias?[0]), both[0], both[1]);
            }

            var weights = in_proj_weight?.chunk(3) ?? [q_proj_weight!, k_proj_weight!, v_proj_weight!];
            var biases = in_proj_bias?.chunk(3);
            return (
                functional.linear(query, weights[0], biases?[0]), functional.linear(key, weights[1], biases?[1]),
                functional.linear(value, weights[2], biases?[2]));
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MultiheadAttention MultiheadAttention(
                long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false,
                bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
                new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim ?? embedded_dim, vdim ?? embedded_dim);
        }
    }
}
