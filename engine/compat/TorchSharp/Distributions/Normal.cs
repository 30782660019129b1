using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The normal distribution with a location and a scale.</summary>
    public class Normal : distributions.Distribution
    {
        private readonly Tensor _loc;
        private readonly Tensor _scale;

        public Normal(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
        {
            var both = broadcast_tensors(loc, scale);
            _loc = both[0].DetachFromDisposeScope();
            _scale = both[1].DetachFromDisposeScope();
            batch_shape = _loc.shape;
        }

        public override Tensor mean => _loc;

        public override Tensor mode => _loc;

        public override Tensor stddev => _scale;

        public override Tensor variance => _scale.pow(2);

        public override Tensor sample(params long[] sample_shape)
        {
            var shape = ExtendedShape(sample_shape);
            using var untracked = no_grad();
            return normal(_loc.expand(shape), _scale.expand(shape), generator);
        }

        public override Tensor rsample(params long[] sample_shape)
        {
            using var scope = NewDisposeScope();
            var noise = empty(ExtendedShape(sample_shape), _loc.dtype, _loc.device).normal_(generator: generator);
            return (_loc + (noise * _scale)).MoveToOuterDisposeScope();
        }

        public override Tensor log_prob(Tensor value)
        {
            using var scope = NewDisposeScope();
            var squared = (value - _loc).pow(2) / (_scale.pow(2) * 2);
            return (-squared - _scale.log() - Math.Log(Math.Sqrt(2 * Math.PI))).MoveToOuterDisposeScope();
        }

        public override Tensor cdf(Tensor value) =>
            WrappedTensorDisposeScope(() => 0.5 * (1 + ((value - _loc) * _scale.reciprocal() / Math.Sqrt(2)).erf()));

        public override Tensor icdf(Tensor value) =>
            WrappedTensorDisposeScope(() => _loc + (_scale * ((2 * value) - 1).erfinv() * Math.Sqrt(2)));

        public override Tensor entropy() =>
            WrappedTensorDisposeScope(() => _scale.log() + (0.5 + (0.5 * Math.Log(2 * Math.PI))));

        public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
            new Normal(_loc.expand(batch_shape.Shape), _scale.expand(batch_shape.Shape), generator);

        protected override void Dispose(bool disposing)
        {
            if (!disposing) return;
            _loc.Dispose();
            _scale.Dispose();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class distributions
        {
            public static Modules.Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);

            public static Modules.Normal Normal(float loc, float scale = 1.0f, Generator? generator = null) =>
                new(tensor(loc), tensor(scale), generator);

            public static Modules.Normal Normal(double loc, double scale = 1.0, Generator? generator = null) =>
                new(tensor(loc), tensor(scale), generator);
        }
    }
}
