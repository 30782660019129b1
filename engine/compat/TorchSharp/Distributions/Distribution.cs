namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>A family of distributions over events, one per place of its batch shape.</summary>
        public abstract class Distribution : IDisposable
        {
            protected Generator? generator;

            protected Distribution(Generator? generator, Size? batch_shape = null, Size? event_shape = null)
            {
                this.generator = generator;
                this.batch_shape = batch_shape ?? Size.Empty;
                this.event_shape = event_shape ?? Size.Empty;
            }

            public Size batch_shape { get; protected set; }

            public Size event_shape { get; protected set; }

            public abstract Tensor mean { get; }

            public abstract Tensor variance { get; }

            public virtual Tensor stddev => variance.sqrt();

            public virtual Tensor sample(params long[] sample_shape)
            {
                using var untracked = no_grad();
                return rsample(sample_shape);
            }

            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            public abstract Tensor rsample(params long[] sample_shape);

            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            public abstract Tensor log_prob(Tensor value);

            public abstract Tensor entropy();

            public abstract Distribution expand(Size batch_shape, Distribution? instance = null);

            /// <summary>The most probable event.</summary>
            public virtual Tensor mode => throw Lacks(nameof(mode));

            public virtual Tensor cdf(Tensor value) => throw Lacks(nameof(cdf));

            public virtual Tensor icdf(Tensor value) => throw Lacks(nameof(icdf));

            public virtual Tensor enumerate_support(bool expand = true) => throw Lacks(nameof(enumerate_support));

            public virtual Tensor perplexity() => entropy().exp();

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            private NotSupportedException Lacks(string what) => new($"{GetType().Name} has no {what}.");

            protected long[] ExtendedShape(params long[] sample_shape) =>
                [.. sample_shape, .. batch_shape.Shape, .. event_shape.Shape];

            protected static Tensor LogitsToProbs(Tensor logits, bool isBinary = false) =>
                isBinary ? logits.sigmoid() : logits.softmax(-1);

            protected static Tensor ProbsToLogits(Tensor probs, bool isBinary = false)
            {
                using var scope = NewDisposeScope();
                var eps = finfo(probs.dtype).eps;
                var inside = probs.clamp(eps, 1 - eps);
                var logits = isBinary ? inside.log() - (-inside).log1p() : inside.log();
                return logits.MoveToOuterDisposeScope();
            }
        }
    }
}
