namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op asin = new("asin");
    internal static readonly Op asin_ = new("asin_");
    internal static readonly Op acos = new("acos");
    internal static readonly Op acos_ = new("acos_");
    internal static readonly Op atan = new("atan");
    internal static readonly Op atan_ = new("atan_");
    internal static readonly Op cos = new("cos");
    internal static readonly Op cos_ = new("cos_");
    internal static readonly Op sin = new("sin");
    internal static readonly Op sin_ = new("sin_");
    internal static readonly Op tan = new("tan");
    internal static readonly Op tan_ = new("tan_");
    internal static readonly Op sinc = new("sinc");
    internal static readonly Op sinc_ = new("sinc_");
    internal static readonly Op sinh = new("sinh");
    internal static readonly Op sinh_ = new("sinh_");
    internal static readonly Op cosh = new("cosh");
    internal static readonly Op cosh_ = new("cosh_");
    internal static readonly Op tanh = new("tanh");
    internal static readonly Op tanh_ = new("tanh_");
    internal static readonly Op arcsinh = new("arcsinh");
    internal static readonly Op arcsinh_ = new("arcsinh_");
    internal static readonly Op arccosh = new("arccosh");
    internal static readonly Op arccosh_ = new("arccosh_");
    internal static readonly Op arctanh = new("arctanh");
    internal static readonly Op arctanh_ = new("arctanh_");
    internal static readonly Op atan2 = new("atan2");
    internal static readonly Op atan2_ = new("atan2_");
}
