using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp
{
    public enum EmbeddingBagMode
    {
        Sum = 0,
        Mean = 1,
        Max = 2,
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Sums, means or maxima of the embeddings of bags of indices.</summary>
    public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly EmbeddingBagOptions _options;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal EmbeddingBag(Tensor table, bool trained, EmbeddingBagOptions options) : base(nameof(EmbeddingBag))
        {
            _options = options;
            weight = new Parameter(table, trained);
        }

        public Parameter? weight
        {
            get => _weight;
            set => _weight = Exchange(nameof(weight), _weight, value);
        }

        public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => base.call(input, offsets, perSampleWeights);

        public Tensor call(Tensor input, Tensor offsets) => base.call(input, offsets, null);

        public Tensor call(Tensor input) => base.call(input, null, null);

        /// <summary>One bag per row of a matrix of indices; or one from each offset of a list of indices to the next.</summary>
        public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
        {
            if (offsets is null == (input.ndim == 1))
                throw new ArgumentException(
                    $"An EmbeddingBag takes a list of indices with offsets or a matrix without, not {input.ndim} axes {(offsets is null ? "without" : "with")} offsets.");
            using var scope = NewDisposeScope();
            var indices = input.flatten();
            offsets ??= arange(0, input.numel(), input.shape[1], input.dtype, input.device);
            if (_options.MaxNorm is { } most)
            {
                using var untracked = no_grad();
                Aten.embedding_renorm_.Run(weight!, indices, most, _options.NormType);
            }

            var (bags, _, _) = Aten.embedding_bag_padding_idx.Call3(
                weight!, indices, offsets, _options.ScaleByFrequency, (long)_options.Mode, _options.Sparse, perSampleWeights?.flatten(),
                _options.LastOffset, _options.Padding >= 0 ? _options.Padding : (long?)null);
            return bags.MoveToOuterDisposeScope();
        }
    }

    internal sealed record EmbeddingBagOptions(
        double? MaxNorm, double NormType, bool ScaleByFrequency, EmbeddingBagMode Mode, bool Sparse, bool LastOffset, long Padding);
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.EmbeddingBag EmbeddingBag(
                long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false,
                bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null)
            {
                var table = empty([num_embeddings, embedding_dims], dtype, device).normal_();
                if (padding_index >= 0) table[padding_index] = zeros(embedding_dims, dtype, device);
                return new(table, true, new(
                    max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index));
            }

            public static Modules.EmbeddingBag EmbeddingBag_from_pretrained(
                Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false,
                long padding_index = -1, Device? device = null, ScalarType? dtype = null) =>
                new(
                    embeddings.to(dtype ?? embeddings.dtype, device ?? embeddings.device).clone(), !freeze,
                    new(max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index));
        }
    }
}
