using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor[] vsplit(long size) => EvenSplit(size, 0);

        public Tensor[] vsplit(params long[] sizes) => tensor_split(sizes, 0);

        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);

        public Tensor[] hsplit(long size) => EvenSplit(size, 1);

        public Tensor[] hsplit(params long[] sizes) => tensor_split(sizes, 1);

        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, 1);

        public Tensor[] hsplit((long, long) indices_or_sections) =>
            tensor_split((long[])[indices_or_sections.Item1, indices_or_sections.Item2], 1);

        public Tensor[] hsplit((long, long, long) indices_or_sections) =>
            tensor_split((long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3], 1);

        public Tensor[] hsplit((long, long, long, long) indices_or_sections) =>
            tensor_split((long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4], 1);

        public Tensor[] dsplit(long size) => EvenSplit(size, 2);

        public Tensor[] dsplit(params long[] sizes) => tensor_split(sizes, 2);

        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);

        public Tensor[] dsplit((long, long) indices_or_sections) =>
            tensor_split((long[])[indices_or_sections.Item1, indices_or_sections.Item2], 2);

        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            tensor_split((long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3], 2);

        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            tensor_split((long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4], 2);

        public Tensor[] tensor_split(Tensor indices, long dim = 0L) =>
            Aten.tensor_split_tensor_indices_or_sections.CallList(this, indices, dim);

        private Tensor[] EvenSplit(long parts, int axis) => shape[axis] % parts == 0
            ? tensor_split(parts, axis)
            : throw new ArgumentException($"Axis {axis} of length {shape[axis]} cannot be split into {parts} equal parts.");
    }
}
