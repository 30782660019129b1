using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.bartlett_window_periodic.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.blackman_window_periodic.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.hann_window_periodic.Call(len, periodic, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor hamming_window(
        long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.hamming_window_periodic_alpha_beta.Call(len, periodic, (double)alpha, (double)beta, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12.0f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        WithGrad(Aten.kaiser_window_beta.Call(len, periodic, (double)beta, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);

    public static Tensor empty_strided(
        long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        WithGrad(Aten.empty_strided.Call(size, strides, dtype ?? get_default_dtype(), Arg.None, InitializeDevice(device)), requires_grad);
}
