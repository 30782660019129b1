using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Read(Native.shim_requires_grad(Handle)) != 0;
            set => NativeError.Check(Read(Native.shim_set_requires_grad(Handle, value ? 1 : 0)));
        }

        public Tensor? grad
        {
            get
            {
                var gradient = Read(Native.shim_grad(Handle));
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                NativeError.Check(Read(Native.shim_set_grad(Handle, value?.Handle ?? 0)));
                GC.KeepAlive(value);
            }
        }

        /// <summary>Whether a gradient is there, without making a handle for it.</summary>
        internal bool HasGrad => Read(Native.shim_has_grad(Handle)) != 0;

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad() => NativeError.Check(Read(Native.shim_retain_grad(Handle)));

        public void backward() => autograd.backward(this);

        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph || create_graph, create_graph, inputs);

        /// <summary>Points this tensor at the data of another one, as assigning to .data does in Python.</summary>
        internal void SetData(Tensor source)
        {
            NativeError.Check(Read(Native.shim_set_data(Handle, source.Handle)));
            GC.KeepAlive(source);
        }
    }
}
