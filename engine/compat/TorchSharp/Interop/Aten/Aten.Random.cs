namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op bernoulli = new("bernoulli");
    internal static readonly Op multinomial = new("multinomial");
    internal static readonly Op poisson = new("poisson");
    internal static readonly Op bernoulli__float = new("bernoulli_", "float");
    internal static readonly Op bernoulli__Tensor = new("bernoulli_", "Tensor");
    internal static readonly Op cauchy_ = new("cauchy_");
    internal static readonly Op exponential_ = new("exponential_");
    internal static readonly Op geometric_ = new("geometric_");
    internal static readonly Op log_normal_ = new("log_normal_");
    internal static readonly Op normal_ = new("normal_");
    internal static readonly Op uniform_ = new("uniform_");
}
