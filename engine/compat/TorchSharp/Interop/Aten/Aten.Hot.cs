namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op add_Tensor = new("add", "Tensor");
    internal static readonly Op add_Scalar = new("add", "Scalar");
    internal static readonly Op add__Tensor = new("add_", "Tensor");
    internal static readonly Op add__Scalar = new("add_", "Scalar");
    internal static readonly Op sub_Tensor = new("sub", "Tensor");
    internal static readonly Op sub_Scalar = new("sub", "Scalar");
    internal static readonly Op sub__Tensor = new("sub_", "Tensor");
    internal static readonly Op sub__Scalar = new("sub_", "Scalar");
    internal static readonly Op mul_Tensor = new("mul", "Tensor");
    internal static readonly Op mul_Scalar = new("mul", "Scalar");
    internal static readonly Op mul__Tensor = new("mul_", "Tensor");
    internal static readonly Op mul__Scalar = new("mul_", "Scalar");
    internal static readonly Op div_Tensor = new("div", "Tensor");
    internal static readonly Op div_Scalar = new("div", "Scalar");
    internal static readonly Op div__Tensor = new("div_", "Tensor");
    internal static readonly Op div__Scalar = new("div_", "Scalar");
    internal static readonly Op div_Tensor_mode = new("div", "Tensor_mode");
    internal static readonly Op div_Scalar_mode = new("div", "Scalar_mode");
    internal static readonly Op div__Tensor_mode = new("div_", "Tensor_mode");
    internal static readonly Op div__Scalar_mode = new("div_", "Scalar_mode");
    internal static readonly Op pow__Tensor = new("pow_", "Tensor");
    internal static readonly Op pow__Scalar = new("pow_", "Scalar");
}
