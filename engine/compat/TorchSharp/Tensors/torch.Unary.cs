namespace TorchSharp;

public static partial class torch
{
    public static Tensor abs(Tensor input) => input.abs();

    public static Tensor abs_(Tensor input) => input.abs_();

    public static Tensor ceil(Tensor input) => input.ceil();

    public static Tensor ceil_(Tensor input) => input.ceil_();

    public static Tensor exp(Tensor input) => input.exp();

    public static Tensor exp_(Tensor input) => input.exp_();

    public static Tensor exp2(Tensor input) => input.exp2();

    public static Tensor exp2_(Tensor input) => input.exp2_();

    public static Tensor expm1(Tensor input) => input.expm1();

    public static Tensor expm1_(Tensor input) => input.expm1_();

    public static Tensor floor(Tensor input) => input.floor();

    public static Tensor floor_(Tensor input) => input.floor_();

    public static Tensor frac(Tensor input) => input.frac();

    public static Tensor frac_(Tensor input) => input.frac_();

    public static Tensor log(Tensor input) => input.log();

    public static Tensor log_(Tensor input) => input.log_();

    public static Tensor log10(Tensor input) => input.log10();

    public static Tensor log10_(Tensor input) => input.log10_();

    public static Tensor log1p(Tensor input) => input.log1p();

    public static Tensor log1p_(Tensor input) => input.log1p_();

    public static Tensor log2(Tensor input) => input.log2();

    public static Tensor log2_(Tensor input) => input.log2_();

    public static Tensor neg(Tensor input) => input.neg();

    public static Tensor neg_(Tensor input) => input.neg_();

    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    public static Tensor sqrt(Tensor input) => input.sqrt();

    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    public static Tensor sign(Tensor input) => input.sign();

    public static Tensor sign_(Tensor input) => input.sign_();

    public static Tensor sgn(Tensor input) => input.sgn();

    public static Tensor sgn_(Tensor input) => input.sgn_();

    public static Tensor trunc(Tensor input) => input.trunc();

    public static Tensor trunc_(Tensor input) => input.trunc_();

    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    public static Tensor relu(Tensor input) => input.relu();

    public static Tensor relu_(Tensor input) => input.relu_();

    public static Tensor erf(Tensor input) => input.erf();

    public static Tensor erf_(Tensor input) => input.erf_();

    public static Tensor erfc(Tensor input) => input.erfc();

    public static Tensor erfc_(Tensor input) => input.erfc_();

    public static Tensor erfinv(Tensor input) => input.erfinv();

    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    public static Tensor deg2rad(Tensor input) => input.deg2rad();

    public static Tensor deg2rad_(Tensor input) => input.deg2rad_();

    public static Tensor rad2deg(Tensor input) => input.rad2deg();

    public static Tensor rad2deg_(Tensor input) => input.rad2deg_();

    public static Tensor digamma(Tensor input) => input.digamma();

    public static Tensor digamma_(Tensor input) => input.digamma_();

    public static Tensor lgamma(Tensor input) => input.lgamma();

    public static Tensor lgamma_(Tensor input) => input.lgamma_();

    public static Tensor logical_not(Tensor input) => input.logical_not();

    public static Tensor logical_not_(Tensor input) => input.logical_not_();

    public static Tensor bitwise_not(Tensor input) => input.bitwise_not();

    public static Tensor bitwise_not_(Tensor input) => input.bitwise_not_();

    public static Tensor i0(Tensor input) => input.i0();

    public static Tensor i0_(Tensor input) => input.i0_();

    public static Tensor square(Tensor input) => input.square();

    public static Tensor square_(Tensor input) => input.square_();

    public static Tensor signbit(Tensor input) => input.signbit();

    public static Tensor isnan(Tensor input) => input.isnan();

    public static Tensor isinf(Tensor tensor) => tensor.isinf();

    public static Tensor isfinite(Tensor tensor) => tensor.isfinite();

    public static Tensor isposinf(Tensor tensor) => tensor.isposinf();

    public static Tensor isneginf(Tensor tensor) => tensor.isneginf();

    public static Tensor isreal(Tensor tensor) => tensor.isreal();

    public static Tensor round(Tensor input, long decimals = 0L) => input.round(decimals);

    public static Tensor round_(Tensor input, long decimals = 0L) => input.round_(decimals);
}
