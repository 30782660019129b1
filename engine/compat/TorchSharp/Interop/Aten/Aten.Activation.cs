namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op softmax_int = new("softmax", "int");
    internal static readonly Op log_softmax_int = new("log_softmax", "int");
    internal static readonly Op softplus = new("softplus");
    internal static readonly Op gelu = new("gelu");
    internal static readonly Op gelu_ = new("gelu_");
    internal static readonly Op mish = new("mish");
    internal static readonly Op elu_ = new("elu_");
    internal static readonly Op celu_ = new("celu_");
    internal static readonly Op rrelu = new("rrelu");
    internal static readonly Op hardshrink = new("hardshrink");
    internal static readonly Op softshrink = new("softshrink");
    internal static readonly Op rrelu_ = new("rrelu_");
}
