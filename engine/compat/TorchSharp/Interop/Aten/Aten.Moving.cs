namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op to_dtype = new("to", "dtype");
    internal static readonly Op to_device = new("to", "device");
    internal static readonly Op to_dtype_layout = new("to", "dtype_layout");
    internal static readonly Op copy_ = new("copy_");
    internal static readonly Op item = new("item");
    internal static readonly Op is_nonzero = new("is_nonzero");
    internal static readonly Op equal = new("equal");
    internal static readonly Op index_Tensor = new("index", "Tensor");
    internal static readonly Op index_put_ = new("index_put_");
    internal static readonly Op squeeze = new("squeeze");
    internal static readonly Op squeeze_dim = new("squeeze", "dim");
    internal static readonly Op squeeze_ = new("squeeze_");
    internal static readonly Op squeeze__dim = new("squeeze_", "dim");
    internal static readonly Op _unique2 = new("_unique2");
    internal static readonly Op unique_dim = new("unique_dim");
    internal static readonly Op unique_consecutive = new("unique_consecutive");
    internal static readonly Op alias = new("alias");
    internal static readonly Op pin_memory = new("pin_memory");
    internal static readonly Op is_pinned = new("is_pinned");
    internal static readonly Op set__source_Tensor = new("set_", "source_Tensor");
    internal static readonly Op resolve_conj = new("resolve_conj");
    internal static readonly Op resolve_neg = new("resolve_neg");
    internal static readonly Op result_type_Tensor = new("result_type", "Tensor");
    internal static readonly Op can_cast = new("can_cast");
    internal static readonly Op promote_types = new("promote_types");
    internal static readonly Op view_dtype = new("view", "dtype");
    internal static readonly Op std_mean = new("std_mean");
    internal static readonly Op var_mean = new("var_mean");
    internal static readonly Op std_mean_dim = new("std_mean", "dim");
    internal static readonly Op var_mean_dim = new("var_mean", "dim");
    internal static readonly Op rot90 = new("rot90");
    internal static readonly Op aminmax = new("aminmax");
}
