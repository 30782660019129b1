namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op tensor_split_tensor_indices_or_sections = new("tensor_split", "tensor_indices_or_sections");
    internal static readonly Op random__from = new("random_", "from");
    internal static readonly Op bartlett_window_periodic = new("bartlett_window", "periodic");
    internal static readonly Op blackman_window_periodic = new("blackman_window", "periodic");
    internal static readonly Op hann_window_periodic = new("hann_window", "periodic");
    internal static readonly Op hamming_window_periodic_alpha_beta = new("hamming_window", "periodic_alpha_beta");
    internal static readonly Op kaiser_window_beta = new("kaiser_window", "beta");
    internal static readonly Op empty_strided = new("empty_strided");
    internal static readonly Op searchsorted_Scalar = new("searchsorted", "Scalar");
}
