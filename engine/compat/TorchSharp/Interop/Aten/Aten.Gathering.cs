namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op index_select = new("index_select");
    internal static readonly Op index_add = new("index_add");
    internal static readonly Op index_add_ = new("index_add_");
    internal static readonly Op index_copy = new("index_copy");
    internal static readonly Op index_copy_ = new("index_copy_");
    internal static readonly Op index_fill_int_Scalar = new("index_fill", "int_Scalar");
    internal static readonly Op index_fill__int_Scalar = new("index_fill_", "int_Scalar");
    internal static readonly Op take = new("take");
    internal static readonly Op take_along_dim = new("take_along_dim");
    internal static readonly Op argwhere = new("argwhere");
    internal static readonly Op nonzero = new("nonzero");
    internal static readonly Op gather = new("gather");
    internal static readonly Op scatter_src = new("scatter", "src");
    internal static readonly Op scatter__src = new("scatter_", "src");
    internal static readonly Op scatter_value = new("scatter", "value");
    internal static readonly Op scatter__value = new("scatter_", "value");
    internal static readonly Op scatter_add = new("scatter_add");
    internal static readonly Op scatter_add_ = new("scatter_add_");
    internal static readonly Op diagonal_scatter = new("diagonal_scatter");
    internal static readonly Op select_scatter = new("select_scatter");
    internal static readonly Op slice_scatter = new("slice_scatter");
    internal static readonly Op masked_select = new("masked_select");
    internal static readonly Op masked_fill_Scalar = new("masked_fill", "Scalar");
    internal static readonly Op masked_fill__Scalar = new("masked_fill_", "Scalar");
    internal static readonly Op masked_scatter = new("masked_scatter");
    internal static readonly Op masked_scatter_ = new("masked_scatter_");
}
