using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long _paddingIndex;
        private readonly double? _maxNorm;
        private readonly double _normType;
        private readonly bool _scaleGradByFrequency;
        private readonly bool _sparse;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal Embedding(Parameter weight, long? paddingIndex, double? maxNorm, double normType, bool scaleGradByFrequency, bool sparse)
            : base(nameof(Embedding))
        {
            this.weight = weight;
            _paddingIndex = paddingIndex is { } index ? (index < 0 ? index + weight.shape[0] : index) : -1;
            _maxNorm = maxNorm;
            _normType = normType;
            _scaleGradByFrequency = scaleGradByFrequency;
            _sparse = sparse;
        }

        public Parameter weight
        {
            get => _weight!;
            set => _weight = Exchange(nameof(weight), _weight, value);
        }

        public override Tensor forward(Tensor input)
        {
            if (_maxNorm is { } limit)
            {
                using var untracked = no_grad();
                Aten.embedding_renorm_.Run(weight, input.contiguous(), limit, _normType);
            }

            return Aten.embedding.Call(weight, input, _paddingIndex, _scaleGradByFrequency, _sparse);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var weight = new Modules.Parameter(empty(num_embeddings, embedding_dims, dtype, device));
                init.normal_(weight);
                using var untracked = no_grad();
                if (padding_idx is { } index)
                {
                    using var row = weight.select(0, index);
                    row.zero_();
                }

                return new Modules.Embedding(weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }

            public static Modules.Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var values = embeddings.to(dtype ?? embeddings.dtype, device ?? embeddings.device, copy: true);
                return new Modules.Embedding(
                    new Modules.Parameter(values, !freeze), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }

            public static partial class functional
            {
                public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.one_hot.Call(x, num_classes);
            }
        }
    }
}
