using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Switches gradient recording of this thread on or off until disposed.</summary>
public sealed class AutoGradMode : IDisposable
{
    private readonly int _previous;

    public AutoGradMode(bool enabled)
    {
        _previous = Native.shim_grad_mode();
        Native.shim_set_grad_mode(enabled ? 1 : 0);
    }

    public static bool IsEnabled => Native.shim_grad_mode() != 0;

    public void Dispose() => Native.shim_set_grad_mode(_previous);
}

/// <summary>Runs this thread without gradient recording, view tracking and version counting until disposed.</summary>
public sealed class InferenceMode(bool mode) : IDisposable
{
    private nint _handle = Native.shim_enter_inference_mode(mode ? 1 : 0);

    public static bool IsEnabled => Native.shim_inference_mode() != 0;

    public void Dispose()
    {
        if (_handle == 0) return;
        Native.shim_leave_inference_mode(_handle);
        _handle = 0;
    }
}

/// <summary>Lets the backward pass report where a NaN came from until disposed.</summary>
public sealed class AnomalyMode : IDisposable
{
    private readonly int _previous;
    private readonly int _previousCheck;

    public AnomalyMode(bool enabled, bool check_nan = true)
    {
        _previous = Native.shim_anomaly_mode();
        _previousCheck = Native.shim_anomaly_check_nan();
        Native.shim_set_anomaly_mode(enabled ? 1 : 0, check_nan ? 1 : 0);
    }

    public static bool IsEnabled => Native.shim_anomaly_mode() != 0;

    public static bool ShouldCheckNaN => Native.shim_anomaly_check_nan() != 0;

    public void Dispose() => Native.shim_set_anomaly_mode(_previous, _previousCheck);
}

public static partial class torch
{
    public static IDisposable no_grad() => new AutoGradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new AutoGradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new AutoGradMode(mode);

    public static bool is_grad_enabled() => AutoGradMode.IsEnabled;

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => InferenceMode.IsEnabled;

    public static int get_num_threads() => Native.shim_get_num_threads();

    public static void set_num_threads(int num) => NativeError.Check(Native.shim_set_num_threads(num));

    public static int get_num_interop_threads() => Native.shim_get_num_interop_threads();

    public static void set_num_interop_threads(int num) => NativeError.Check(Native.shim_set_num_interop_threads(num));

    public static void CheckForErrors() => NativeError.ThrowIfAny();

    public static unsafe string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)Native.shim_version())!;
}
