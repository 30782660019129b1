using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Self-attention, attention to the encoder's memory and two linear layers, each with a shortcut and a normalisation.</summary>
    public sealed class TransformerDecoderLayer
        : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly MultiheadAttention self_attn;
        private readonly MultiheadAttention multihead_attn;
        private readonly Linear linear1;
        private readonly Dropout dropout;
        private readonly Linear linear2;
        private readonly LayerNorm norm1;
        private readonly LayerNorm norm2;
        private readonly LayerNorm norm3;
        private readonly Dropout dropout1;
        private readonly Dropout dropout2;
        private readonly Dropout dropout3;

        internal TransformerDecoderLayer(TransformerOptions options) : base(nameof(TransformerDecoderLayer))
        {
            Options = options;
            self_attn = MultiheadAttention(options.Width, options.Heads, options.Dropout);
            multihead_attn = MultiheadAttention(options.Width, options.Heads, options.Dropout);
            linear1 = Linear(options.Width, options.Inner);
            dropout = Dropout(options.Dropout);
            linear2 = Linear(options.Inner, options.Width);
            (norm1, norm2, norm3) = (LayerNorm(options.Width), LayerNorm(options.Width), LayerNorm(options.Width));
            (dropout1, dropout2, dropout3) = (Dropout(options.Dropout), Dropout(options.Dropout), Dropout(options.Dropout));
            RegisterComponents();
        }

        internal TransformerOptions Options { get; }

        public new Tensor call(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

        public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);

        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var x = norm1.call(tgt + dropout1.call(self_attn.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1));
            x = norm2.call(x + dropout2.call(multihead_attn.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1));
            var inner = linear2.call(dropout.call(Options.Activate(linear1.call(x))));
            return norm3.call(x + dropout3.call(inner)).MoveToOuterDisposeScope();
        }
    }

    /// <summary>Copies of one decoder layer, one after another.</summary>
    public sealed class TransformerDecoder
        : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly ModuleList<TransformerDecoderLayer> layers;

        internal TransformerDecoder(TransformerDecoderLayer layer, long count) : base(nameof(TransformerDecoder))
        {
            layers = ModuleList(TransformerOptions.Copies(layer, count, () => new TransformerDecoderLayer(layer.Options)));
            RegisterComponents();
        }

        public new Tensor call(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

        public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);

        public override Tensor forward(
            Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null)
        {
            using var scope = NewDisposeScope();
            var x = tgt.alias();
            foreach (var layer in layers) x = layer.call(x, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
            return x.MoveToOuterDisposeScope();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.TransformerDecoderLayer TransformerDecoderLayer(
                long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1,
                Activations activation = Activations.ReLU) => new(new(d_model, nhead, dim_feedforward, dropout, activation));

            public static Modules.TransformerDecoder TransformerDecoder(Modules.TransformerDecoderLayer decoder_layer, long num_layers) =>
                new(decoder_layer, num_layers);
        }
    }
}
