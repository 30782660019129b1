namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op zeros = new("zeros");
    internal static readonly Op ones = new("ones");
    internal static readonly Op empty_memory_format = new("empty", "memory_format");
    internal static readonly Op full = new("full");
    internal static readonly Op arange = new("arange");
    internal static readonly Op arange_start = new("arange", "start");
    internal static readonly Op arange_start_step = new("arange", "start_step");
    internal static readonly Op linspace = new("linspace");
    internal static readonly Op logspace = new("logspace");
    internal static readonly Op eye = new("eye");
    internal static readonly Op eye_m = new("eye", "m");
    internal static readonly Op rand = new("rand");
    internal static readonly Op rand_generator = new("rand", "generator");
    internal static readonly Op randn = new("randn");
    internal static readonly Op randn_generator = new("randn", "generator");
    internal static readonly Op randint_low = new("randint", "low");
    internal static readonly Op randint_low_generator = new("randint", "low_generator");
    internal static readonly Op randperm = new("randperm");
    internal static readonly Op randperm_generator = new("randperm", "generator");
    internal static readonly Op zeros_like = new("zeros_like");
    internal static readonly Op ones_like = new("ones_like");
    internal static readonly Op empty_like = new("empty_like");
    internal static readonly Op full_like = new("full_like");
    internal static readonly Op rand_like = new("rand_like");
    internal static readonly Op randn_like = new("randn_like");
    internal static readonly Op randint_like_low_dtype = new("randint_like", "low_dtype");
    internal static readonly Op normal_Tensor_Tensor = new("normal", "Tensor_Tensor");
    internal static readonly Op normal_Tensor_float = new("normal", "Tensor_float");
    internal static readonly Op normal_float_Tensor = new("normal", "float_Tensor");
    internal static readonly Op scalar_tensor = new("scalar_tensor");
    internal static readonly Op tril_indices = new("tril_indices");
    internal static readonly Op triu_indices = new("triu_indices");
}
