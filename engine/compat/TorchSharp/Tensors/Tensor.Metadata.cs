using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => Read(Native.shim_tensor_dim(Handle));

        public long ndim => Dimensions;

        public long NumberOfElements => Read(Native.shim_tensor_numel(Handle));

        public long ElementSize => Read(Native.shim_tensor_item_size(Handle));

        public ScalarType dtype => (ScalarType)Read(Native.shim_tensor_dtype(Handle));

        public Device device
        {
            get
            {
                int index;
                var type = (DeviceType)Native.shim_tensor_device(Handle, &index);
                GC.KeepAlive(this);
                return type == DeviceType.CPU ? torch.CPU : new Device(type, index);
            }
        }

        public DeviceType device_type => device.type;

        public int device_index => device.index;

        public bool is_sparse => Read(Native.shim_tensor_is_sparse(Handle)) != 0;

        public bool is_leaf => Read(Native.shim_is_leaf(Handle)) != 0;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public long[] shape => size();

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public bool is_contiguous() => Read(Native.shim_tensor_is_contiguous(Handle, 0)) != 0;

        public bool is_pinned() => Aten.is_pinned.CallBool(this);

        public bool is_nonzero() => Aten.is_nonzero.CallBool(this);

        public long storage_offset() => Read(Native.shim_tensor_storage_offset(Handle));

        public long[] size()
        {
            var sizes = new long[Dimensions];
            fixed (long* target = sizes) Native.shim_tensor_sizes(Handle, target);
            GC.KeepAlive(this);
            return sizes;
        }

        public long size(int dim) => size()[dim < 0 ? dim + Dimensions : dim];

        public long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* target = strides) Native.shim_tensor_strides(Handle, target);
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => stride()[dim < 0 ? dim + Dimensions : dim];

        private T Read<T>(T value)
        {
            GC.KeepAlive(this);
            return value;
        }
    }
}
