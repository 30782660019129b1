using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => SelectAll(indices);
            set
            {
                using var target = SelectAll(indices);
                target.copy_(value);
            }
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors) = View(indices);
            if (tensors is null) return view;
            using (view) return Aten.index_Tensor.Call(view, Arg.OptionalList(tensors));
        }

        public Tensor index(params Tensor[] indices) => Aten.index_Tensor.Call(this, Arg.OptionalList(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var (view, tensors) = View(indices);
            using (view)
            {
                if (tensors is not null)
                    Aten.index_put_.Run(view, Arg.OptionalList(tensors), value, accumulate);
                else if (accumulate)
                    view.add_(value);
                else
                    CopyInto(view, value);
            }

            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Aten.index_put_.InPlace(this, Arg.OptionalList(indices), value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filled = AsTensor(value);
            return index_put_(filled, indices);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var filled = AsTensor(value);
            return index_put_(filled, indices);
        }

        private static void CopyInto(Tensor view, Tensor value)
        {
            // An index expression may have more leading axes of length one than the place it names.
            if (value.ndim <= view.ndim)
            {
                view.copy_(value);
                return;
            }

            using var reshaped = value.reshape(value.shape[(int)(value.ndim - view.ndim)..]);
            view.copy_(reshaped);
        }

        private Tensor AsTensor(Scalar value) => Aten.scalar_tensor.Call(value, dtype, Arg.None, device);

        private Tensor SelectAll(long[] indices)
        {
            var selected = select(0, indices[0]);
            for (var i = 1; i < indices.Length; i++)
            {
                var inner = selected.select(0, indices[i]);
                selected.Dispose();
                selected = inner;
            }

            return selected;
        }

        /// <summary>Applies the parts of the index that make views; the index tensors that remain are per axis of the view.</summary>
        private (Tensor View, Tensor?[]? Tensors) View(TensorIndex[] indices)
        {
            var walk = new IndexWalk(this, indices);
            foreach (var index in indices) walk.Apply(index);
            return walk.Result;
        }
    }
}
