using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Self-attention and two linear layers, each with dropout, a shortcut and a normalisation after it.</summary>
    public sealed class TransformerEncoderLayer
        : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly MultiheadAttention self_attn;
        private readonly Linear linear1;
        private readonly Dropout dropout;
        private readonly Linear linear2;
        private readonly LayerNorm norm1;
        private readonly LayerNorm norm2;
        private readonly Dropout dropout1;
        private readonly Dropout dropout2;

        internal TransformerEncoderLayer(TransformerOptions options) : base(nameof(TransformerEncoderLayer))
        {
            Options = options;
            self_attn = MultiheadAttention(options.Width, options.Heads, options.Dropout);
            linear1 = Linear(options.Width, options.Inner);
            dropout = Dropout(options.Dropout);
            linear2 = Linear(options.Inner, options.Width);
            norm1 = LayerNorm(options.Width);
            norm2 = LayerNorm(options.Width);
            dropout1 = Dropout(options.Dropout);
            dropout2 = Dropout(options.Dropout);
            RegisterComponents();
        }

        internal TransformerOptions Options { get; }

        public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

        public Tensor call(Tensor src, Tensor src_mask) => Run(src, src_mask, null);

        public override Tensor forward(Tensor src) => Run(src, null, null);

        internal Tensor Run(Tensor src, Tensor? mask, Tensor? padding)
        {
            using var scope = NewDisposeScope();
            var attended = self_attn.call(src, src, src, padding, false, mask).Item1;
            var x = norm1.call(src + dropout1.call(attended));
            var inner = linear2.call(dropout.call(Options.Activate(linear1.call(x))));
            return norm2.call(x + dropout2.call(inner)).MoveToOuterDisposeScope();
        }
    }

    /// <summary>Copies of one encoder layer, one after another.</summary>
    public sealed class TransformerEncoder
        : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly ModuleList<TransformerEncoderLayer> layers;

        internal TransformerEncoder(TransformerEncoderLayer layer, long count) : base(nameof(TransformerEncoder))
        {
            layers = ModuleList(TransformerOptions.Copies(layer, count, () => new TransformerEncoderLayer(layer.Options)));
            RegisterComponents();
        }

        public new Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) => base.call(src, src_mask, src_key_padding_mask);

        public Tensor call(Tensor src, Tensor src_mask) => base.call(src, src_mask, null);

        public Tensor call(Tensor src) => base.call(src, null, null);

        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            return layers.Aggregate(src.alias(), (x, layer) => layer.Run(x, src_mask, src_key_padding_mask)).MoveToOuterDisposeScope();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public enum Activations
            {
                ReLU = 0,
                GELU = 1,
            }

            public static Modules.TransformerEncoderLayer TransformerEncoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1,
                Activations activation = Activations.ReLU) => new(new(d_model, nhead, dim_feedforward, dropout, activation));

            public static Modules.TransformerEncoder TransformerEncoder(Modules.TransformerEncoderLayer encoder_layer, long num_layers) =>
                new(encoder_layer, num_layers);
        }
    }
}
