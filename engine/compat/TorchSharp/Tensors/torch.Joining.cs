using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.cat.Call(Arg.List(tensors), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Aten.cat.Call(Arg.List(tensors), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.Call(Arg.List(tensors), dim);

    public static Tensor hstack(params Tensor[] tensors) => Aten.hstack.Call(Arg.List(tensors));

    public static Tensor hstack(IList<Tensor> tensors) => Aten.hstack.Call(Arg.List(tensors));

    public static Tensor vstack(params Tensor[] tensors) => Aten.vstack.Call(Arg.List(tensors));

    public static Tensor vstack(IList<Tensor> tensors) => Aten.vstack.Call(Arg.List(tensors));

    public static Tensor dstack(params Tensor[] tensors) => Aten.dstack.Call(Arg.List(tensors));

    public static Tensor column_stack(params Tensor[] tensors) => Aten.column_stack.Call(Arg.List(tensors));

    public static Tensor block_diag(params Tensor[] tensors) => Aten.block_diag.Call(Arg.List(tensors));

    public static Tensor cartesian_prod(params Tensor[] tensors) => Aten.cartesian_prod.Call(Arg.List(tensors));

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) =>
        Aten.combinations.Call(input, r, with_replacement);

    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.einsum.Call(equation, Arg.List(tensors));

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.meshgrid_indexing.CallList(Arg.List(tensors), indexing);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Aten.broadcast_tensors.CallList(Arg.List(tensors));

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Aten.where_self.Call(condition, x, y);

    public static Tensor[] where(Tensor condition) => Aten.where.CallList(condition);

    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        Aten.searchsorted_Tensor.Call(sorted_sequence, values, out_int32, right, Arg.None, sorter);

    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor sorter) =>
        Aten.searchsorted_Scalar.Call(sorted_sequence, values, out_int32, right, Arg.None, sorter);

    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Aten.cdist.Call(x1, x2, p, (long)compute_mode);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) =>
        tensor.split(split_size_or_sections, dim);

    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)Aten.result_type_Tensor.CallInt(tensor1, tensor2);

    public static bool can_cast(ScalarType from, ScalarType to) => Aten.can_cast.CallBool(from, to);

    public static ScalarType promote_types(ScalarType type1, ScalarType type2) =>
        (ScalarType)Aten.promote_types.CallInt(type1, type2);
}
