using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape, isImplicit);

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor tensordot(Tensor b, long dims = 2) =>
            tensordot(b, [.. Enumerable.Range((int)(ndim - dims), (int)dims)], [.. Enumerable.Range(0, (int)dims)]);

        public Tensor tensordot(Tensor b, params (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Aten.rot90.Call(this, k, (long[])[dims?.Item1 ?? 0, dims?.Item2 ?? 1]);

        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        public Tensor roll(long[] shifts) => Aten.roll.Call(this, shifts, (long[])[0]);

        public Tensor block_diag(params Tensor[] tensors) => torch.block_diag([this, .. tensors]);

        /// <summary>The indices of the elements that are not zero, a column per axis.</summary>
        public IList<Tensor> nonzero_as_list()
        {
            using var indices = nonzero();
            return indices.chunk(indices.shape[1], 1);
        }

        /// <summary>A scalar, or a list per element of the first axis.</summary>
        public object tolist()
        {
            if (ndim == 0) return ToScalar();
            using var scope = NewDisposeScope();
            return new System.Collections.ArrayList(unbind().Select(part => part.tolist()).ToArray());
        }

        public Tensor random_(double from, double to, Generator? generator = null) =>
            Aten.random__from.InPlace(this, (long)from, (long)to, generator);

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean((long[])[dim], unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean((long[])[dim], unbiased, keepdim, type);
    }
}
