namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op cat = new("cat");
    internal static readonly Op stack = new("stack");
    internal static readonly Op hstack = new("hstack");
    internal static readonly Op vstack = new("vstack");
    internal static readonly Op dstack = new("dstack");
    internal static readonly Op column_stack = new("column_stack");
    internal static readonly Op einsum = new("einsum");
    internal static readonly Op meshgrid_indexing = new("meshgrid", "indexing");
    internal static readonly Op broadcast_tensors = new("broadcast_tensors");
    internal static readonly Op block_diag = new("block_diag");
    internal static readonly Op cartesian_prod = new("cartesian_prod");
    internal static readonly Op combinations = new("combinations");
    internal static readonly Op cdist = new("cdist");
    internal static readonly Op where_self = new("where", "self");
    internal static readonly Op where_ScalarOther = new("where", "ScalarOther");
    internal static readonly Op where_ScalarSelf = new("where", "ScalarSelf");
    internal static readonly Op where_Scalar = new("where", "Scalar");
    internal static readonly Op @where = new("where");
    internal static readonly Op searchsorted_Tensor = new("searchsorted", "Tensor");
}
