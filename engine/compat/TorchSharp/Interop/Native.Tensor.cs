using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class Native
{
    [DllImport(Library)] internal static extern void shim_tensor_dispose(nint tensor);

    [DllImport(Library)] internal static extern nint shim_tensor_alias(nint tensor);

    [DllImport(Library), SuppressGCTransition] internal static extern long shim_tensor_dim(nint tensor);

    [DllImport(Library), SuppressGCTransition] internal static extern long shim_tensor_numel(nint tensor);

    [DllImport(Library), SuppressGCTransition] internal static extern int shim_tensor_dtype(nint tensor);

    [DllImport(Library), SuppressGCTransition] internal static extern long shim_tensor_item_size(nint tensor);

    [DllImport(Library), SuppressGCTransition] internal static extern int shim_tensor_device(nint tensor, int* index);

    [DllImport(Library), SuppressGCTransition] internal static extern void shim_tensor_sizes(nint tensor, long* sizes);

    [DllImport(Library), SuppressGCTransition] internal static extern void shim_tensor_strides(nint tensor, long* strides);

    [DllImport(Library), SuppressGCTransition] internal static extern long shim_tensor_storage_offset(nint tensor);

    [DllImport(Library)] internal static extern int shim_tensor_is_contiguous(nint tensor, int format);

    [DllImport(Library)] internal static extern int shim_tensor_is_sparse(nint tensor);

    [DllImport(Library)] internal static extern int shim_tensor_is_same(nint left, nint right);

    [DllImport(Library)] internal static extern nint shim_tensor_data(nint tensor);

    [DllImport(Library)] internal static extern nint shim_tensor_from(void* data, int dtype, long* sizes, int dims);

    [DllImport(Library)]
    internal static extern nint shim_tensor_view(
        void* data, int dtype, long* sizes, int dims, delegate* unmanaged<nint, void> release, nint context);
}
