using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The layout is shared with native/optim.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AdamOptions
{
    internal double Rate;
    internal double Beta1;
    internal double Beta2;
    internal double Eps;
    internal double Decay;
    internal int Amsgrad;
    internal int Maximize;
    internal int Decoupled;
}

internal static unsafe partial class Native
{
    [DllImport(Library)]
    internal static extern int shim_sgd(
        nint* parameters, nint* buffers, int count, double rate, double momentum, double dampening, double decay, int nesterov,
        int maximize);

    [DllImport(Library)]
    internal static extern int shim_adam(
        nint* parameters, nint* averages, nint* squares, nint* largest, long* steps, int count, AdamOptions* options);

    [DllImport(Library)]
    internal static extern int shim_rmsprop(
        nint* parameters, nint* squares, nint* averages, nint* buffers, long* steps, int count, double rate, double alpha,
        double eps, double decay, double momentum, int centered, int maximize);

    [DllImport(Library)]
    internal static extern int shim_clip_grad_norm(nint* parameters, int count, double maximum, double order, double* norm);
}
