using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor nanmedian() => Aten.nanmedian.Call(this);

        public Tensor corrcoef() => Aten.corrcoef.Call(this);

        public Tensor gcd(Tensor other) => Aten.gcd.Call(this, other);

        public Tensor gcd_(Tensor other) => Aten.gcd_.InPlace(this, other);

        public Tensor lcm(Tensor other) => Aten.lcm.Call(this, other);

        public Tensor lcm_(Tensor other) => Aten.lcm_.InPlace(this, other);

        public Tensor igamma(Tensor other) => Aten.igamma.Call(this, other);

        public Tensor igammac(Tensor other) => Aten.igammac.Call(this, other);

        public Tensor ldexp(Tensor other) => Aten.ldexp_Tensor.Call(this, other);

        public Tensor ldexp_(Tensor other) => Aten.ldexp_.InPlace(this, other);

        public Tensor polygamma(long p) => Aten.polygamma.Call(p, this);

        public Tensor mvlgamma(long p) => Aten.mvlgamma.Call(this, p);

        public Tensor renorm(float p, long dim, float maxnorm) => Aten.renorm.Call(this, (Scalar)p, dim, (Scalar)maxnorm);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Aten.nanmean.Call(this, dim is { } d ? (long[])[d] : null, keepdim, dtype);

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Aten.nanquantile.Call(this, q, dim, keepdim);

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Aten.cov.Call(this, correction, fweights, aweights);

        public (Tensor Mantissa, Tensor Exponent) frexp() => Aten.frexp_Tensor.Call2(this);

        public Tensor trapezoid(double dx = 1, long dim = -1) => Aten.trapezoid_dx.Call(this, (Scalar)dx, dim);

        public Tensor trapezoid(Tensor x, long dim = -1) => Aten.trapezoid_x.Call(this, x, dim);

        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Aten.cumulative_trapezoid_dx.Call(this, (Scalar)dx, dim);

        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Aten.cumulative_trapezoid_x.Call(this, x, dim);

        public Tensor vander(long N = -1, bool increasing = false) => Aten.vander.Call(this, N == -1 ? size(0) : N, increasing);
    }
}
