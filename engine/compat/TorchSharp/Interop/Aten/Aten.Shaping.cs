namespace TorchSharp.Interop;

internal static partial class Aten
{
    internal static readonly Op reshape = new("reshape");
    internal static readonly Op view = new("view");
    internal static readonly Op view_as = new("view_as");
    internal static readonly Op flatten_using_ints = new("flatten", "using_ints");
    internal static readonly Op unflatten_int = new("unflatten", "int");
    internal static readonly Op unsqueeze = new("unsqueeze");
    internal static readonly Op unsqueeze_ = new("unsqueeze_");
    internal static readonly Op t = new("t");
    internal static readonly Op transpose_int = new("transpose", "int");
    internal static readonly Op transpose_ = new("transpose_");
    internal static readonly Op permute = new("permute");
    internal static readonly Op movedim_intlist = new("movedim", "intlist");
    internal static readonly Op expand = new("expand");
    internal static readonly Op expand_as = new("expand_as");
    internal static readonly Op broadcast_to = new("broadcast_to");
    internal static readonly Op repeat = new("repeat");
    internal static readonly Op repeat_interleave_self_Tensor = new("repeat_interleave", "self_Tensor");
    internal static readonly Op repeat_interleave_self_int = new("repeat_interleave", "self_int");
    internal static readonly Op tile = new("tile");
    internal static readonly Op ravel = new("ravel");
    internal static readonly Op narrow = new("narrow");
    internal static readonly Op slice_Tensor = new("slice", "Tensor");
    internal static readonly Op select_int = new("select", "int");
    internal static readonly Op unfold = new("unfold");
    internal static readonly Op as_strided = new("as_strided");
    internal static readonly Op unbind_int = new("unbind", "int");
    internal static readonly Op split_Tensor = new("split", "Tensor");
    internal static readonly Op split_with_sizes = new("split_with_sizes");
    internal static readonly Op chunk = new("chunk");
    internal static readonly Op tensor_split_sections = new("tensor_split", "sections");
    internal static readonly Op tensor_split_indices = new("tensor_split", "indices");
    internal static readonly Op flip = new("flip");
    internal static readonly Op fliplr = new("fliplr");
    internal static readonly Op flipud = new("flipud");
    internal static readonly Op roll = new("roll");
    internal static readonly Op atleast_1d = new("atleast_1d");
    internal static readonly Op atleast_2d = new("atleast_2d");
    internal static readonly Op atleast_3d = new("atleast_3d");
    internal static readonly Op contiguous = new("contiguous");
    internal static readonly Op clone = new("clone");
    internal static readonly Op detach = new("detach");
    internal static readonly Op detach_ = new("detach_");
    internal static readonly Op channel_shuffle = new("channel_shuffle");
}
