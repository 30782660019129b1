namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op eq_Tensor = new("eq", "Tensor");
    internal static readonly Op eq__Tensor = new("eq_", "Tensor");
    internal static readonly Op eq_Scalar = new("eq", "Scalar");
    internal static readonly Op eq__Scalar = new("eq_", "Scalar");
    internal static readonly Op ne_Tensor = new("ne", "Tensor");
    internal static readonly Op ne__Tensor = new("ne_", "Tensor");
    internal static readonly Op ne_Scalar = new("ne", "Scalar");
    internal static readonly Op ne__Scalar = new("ne_", "Scalar");
    internal static readonly Op lt_Tensor = new("lt", "Tensor");
    internal static readonly Op lt__Tensor = new("lt_", "Tensor");
    internal static readonly Op lt_Scalar = new("lt", "Scalar");
    internal static readonly Op lt__Scalar = new("lt_", "Scalar");
    internal static readonly Op le_Tensor = new("le", "Tensor");
    internal static readonly Op le__Tensor = new("le_", "Tensor");
    internal static readonly Op le_Scalar = new("le", "Scalar");
    internal static readonly Op le__Scalar = new("le_", "Scalar");
    internal static readonly Op gt_Tensor = new("gt", "Tensor");
    internal static readonly Op gt__Tensor = new("gt_", "Tensor");
    internal static readonly Op gt_Scalar = new("gt", "Scalar");
    internal static readonly Op gt__Scalar = new("gt_", "Scalar");
    internal static readonly Op ge_Tensor = new("ge", "Tensor");
    internal static readonly Op ge__Tensor = new("ge_", "Tensor");
    internal static readonly Op ge_Scalar = new("ge", "Scalar");
    internal static readonly Op ge__Scalar = new("ge_", "Scalar");
    internal static readonly Op allclose = new("allclose");
    internal static readonly Op isclose = new("isclose");
    internal static readonly Op isin_Tensor_Tensor = new("isin", "Tensor_Tensor");
    internal static readonly Op maximum = new("maximum");
    internal static readonly Op minimum = new("minimum");
    internal static readonly Op fmax = new("fmax");
    internal static readonly Op fmin = new("fmin");
    internal static readonly Op sort_stable = new("sort", "stable");
    internal static readonly Op argsort = new("argsort");
    internal static readonly Op topk = new("topk");
    internal static readonly Op msort = new("msort");
}
