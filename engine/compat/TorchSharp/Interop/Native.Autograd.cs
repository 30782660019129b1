using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

internal static unsafe partial class Native
{
    [DllImport(Library)] internal static extern int shim_requires_grad(nint tensor);

    [DllImport(Library)] internal static extern int shim_set_requires_grad(nint tensor, int value);

    [DllImport(Library)] internal static extern int shim_is_leaf(nint tensor);

    [DllImport(Library)] internal static extern int shim_retain_grad(nint tensor);

    [DllImport(Library)] internal static extern nint shim_grad(nint tensor);

    [DllImport(Library)] internal static extern int shim_has_grad(nint tensor);

    [DllImport(Library)] internal static extern int shim_set_grad(nint tensor, nint grad);

    [DllImport(Library)] internal static extern int shim_set_data(nint tensor, nint data);

    [DllImport(Library)]
    internal static extern int shim_backward(
        nint* tensors, int count, nint* gradients, int gradientCount, int retainGraph, int createGraph, nint* inputs, int inputCount);

    [DllImport(Library)]
    internal static extern int shim_grad_of(
        nint* outputs, int count, nint* inputs, int inputCount, nint* gradients, int gradientCount,
        int retainGraph, int createGraph, int allowUnused, nint* results);

    [DllImport(Library)] internal static extern int shim_zero_grad(nint* tensors, int count, int setToNone);

    [DllImport(Library), SuppressGCTransition] internal static extern int shim_grad_mode();

    [DllImport(Library), SuppressGCTransition] internal static extern void shim_set_grad_mode(int enabled);

    [DllImport(Library), SuppressGCTransition] internal static extern int shim_inference_mode();

    [DllImport(Library)] internal static extern nint shim_enter_inference_mode(int enabled);

    [DllImport(Library)] internal static extern void shim_leave_inference_mode(nint mode);

    [DllImport(Library)] internal static extern int shim_anomaly_mode();

    [DllImport(Library)] internal static extern int shim_anomaly_check_nan();

    [DllImport(Library)] internal static extern void shim_set_anomaly_mode(int enabled, int checkNan);
}
