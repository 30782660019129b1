namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op nanmedian = new("nanmedian");
    internal static readonly Op corrcoef = new("corrcoef");
    internal static readonly Op gcd = new("gcd");
    internal static readonly Op gcd_ = new("gcd_");
    internal static readonly Op lcm = new("lcm");
    internal static readonly Op lcm_ = new("lcm_");
    internal static readonly Op igamma = new("igamma");
    internal static readonly Op igammac = new("igammac");
    internal static readonly Op ldexp_Tensor = new("ldexp", "Tensor");
    internal static readonly Op ldexp_ = new("ldexp_");
    internal static readonly Op polygamma = new("polygamma");
    internal static readonly Op mvlgamma = new("mvlgamma");
    internal static readonly Op renorm = new("renorm");
    internal static readonly Op nanmean = new("nanmean");
    internal static readonly Op nanquantile = new("nanquantile");
    internal static readonly Op cov = new("cov");
    internal static readonly Op frexp_Tensor = new("frexp", "Tensor");
    internal static readonly Op trapezoid_dx = new("trapezoid", "dx");
    internal static readonly Op trapezoid_x = new("trapezoid", "x");
    internal static readonly Op cumulative_trapezoid_dx = new("cumulative_trapezoid", "dx");
    internal static readonly Op cumulative_trapezoid_x = new("cumulative_trapezoid", "x");
    internal static readonly Op vander = new("vander");
}
