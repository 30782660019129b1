using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One of n events, by probabilities or by logits over the last axis.</summary>
    public class Categorical : distributions.Distribution
    {
        private readonly long _events;
        private readonly Tensor? _probs;
        private readonly Tensor? _logits;

        public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
        {
            if (probs is null == logits is null) throw new ArgumentException("Either 'probs' or 'logits' must be given, not both.");
            var shape = (probs ?? logits!).shape;
            if (shape.Length == 0) throw new ArgumentException("A categorical distribution needs at least one axis of events.");
            _probs = probs is null ? null : (probs / probs.sum(-1, keepdim: true)).DetachFromDisposeScope();
            _logits = logits is null ? null : (logits - logits.logsumexp(-1, keepdim: true)).DetachFromDisposeScope();
            _events = shape[^1];
            batch_shape = shape[..^1];
        }

        public Tensor probs => _probs ?? LogitsToProbs(_logits!);

        public Tensor logits => _logits ?? ProbsToLogits(_probs!);

        public long[] param_shape => (_probs ?? _logits!).shape;

        public override Tensor mean => full(ExtendedShape(), double.NaN, (_probs ?? _logits!).dtype);

        public override Tensor variance => mean;

        public override Tensor rsample(params long[] sample_shape)
        {
            using var scope = NewDisposeScope();
            var table = probs.reshape(-1, _events);
            var drawn = table.multinomial(sample_shape.TotalSize(), true, generator).T;
            return drawn.reshape(ExtendedShape(sample_shape)).MoveToOuterDisposeScope();
        }

        public override Tensor log_prob(Tensor value)
        {
            using var scope = NewDisposeScope();
            var both = broadcast_tensors(value.@long().unsqueeze(-1), logits);
            return both[1].gather(-1, both[0].narrow(-1, 0, 1)).squeeze(-1).MoveToOuterDisposeScope();
        }

        public override Tensor entropy()
        {
            using var scope = NewDisposeScope();
            var logs = logits.clamp_min(finfo(logits.dtype).min);
            return (-(logs * probs).sum(-1)).MoveToOuterDisposeScope();
        }

        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null)
        {
            long[] shape = [.. batch_shape.Shape, _events];
            return new Categorical(_probs?.expand(shape), _logits?.expand(shape), generator);
        }

        protected override void Dispose(bool disposing)
        {
            if (!disposing) return;
            _probs?.Dispose();
            _logits?.Dispose();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            public static Modules.Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) =>
                new(probs, logits, generator);

            public static Modules.Categorical Categorical(int categories, Generator? generator = null) =>
                new(full(categories, 1.0 / categories), null, generator);
        }
    }
}
