using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Turns the error that a native call left behind into an exception at the managed call's place.</summary>
internal static unsafe class NativeError
{
    [DoesNotReturn]
    internal static void Throw()
    {
        ThrowIfAny();
        throw new ExternalException("libtorch failed without saying why");
    }

    internal static void ThrowIfAny()
    {
        var message = Native.shim_take_error();
        if (message != null) throw new ExternalException(Marshal.PtrToStringUTF8((nint)message));
    }

    internal static nint Check(nint handle)
    {
        if (handle == 0) Throw();
        return handle;
    }

    internal static void Check(int status)
    {
        if (status < 0) Throw();
    }
}
