using System.Runtime.InteropServices;

namespace NasEngine.Networks.Natives;

/// <summary>
/// Functions of libtorch that TorchSharp does not bring. A library that lacks one of them is no error: each says what then holds.
/// </summary>
/// <param name="folder">Where libtorch lies.</param>
internal sealed class LibtorchFunctions(string folder)
{
    private const string Library = "libtorch_cpu.so";

    // C++ names as the Itanium ABI writes them, which all compilers of Linux keep: at::globalContext(),
    // at::Context::setDeterministicCuDNN(bool) and at::Context::deterministicCuDNN() const.
    private const string Settings = "_ZN2at13globalContextEv";
    private const string SetRepeatable = "_ZN2at7Context21setDeterministicCuDNNEb";
    private const string IsRepeatable = "_ZNK2at7Context18deterministicCuDNNEv";
    private const string AbiVersion = "aoti_torch_abi_version";

    private readonly nint _library = NativeLibrary.Load(Path.Combine(folder, Library));

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate ulong Number();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint Address();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    [return: MarshalAs(UnmanagedType.U1)]
    private delegate bool Getter(nint settings);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void Setter(nint settings, [MarshalAs(UnmanagedType.U1)] bool on);

    /// <summary>The library's own version; null where it does not say.</summary>
    public Version? Version => Find<Number>(AbiVersion) is { } number ? Unpacked(number()) : null;

    /// <summary>
    /// Whether cuDNN takes only algorithms that add in one order. False by default, and where the library has no such setting.
    /// </summary>
    public bool CudnnIsRepeatable => Find<Getter>(IsRepeatable) is { } get && Find<Address>(Settings) is { } settings && get(settings());

    /// <summary>
    /// Makes cuDNN take only algorithms that add in one order, for this process: the fastest backward pass of a convolution may not,
    /// and the same seed then ends with other bits. Does nothing where the library has no such setting.
    /// </summary>
    public void MakeCudnnRepeatable()
    {
        if (Find<Setter>(SetRepeatable) is { } set && Find<Address>(Settings) is { } settings)
        {
            set(settings(), on: true);
        }
    }

    /// <summary>
    /// A version of which major, minor and patch are the three highest bytes (TORCH_ABI_VERSION of torch/headeronly/version.h).
    /// </summary>
    internal static Version Unpacked(ulong number) => new((int)(number >> 56), (int)(number >> 48 & 0xFF), (int)(number >> 40 & 0xFF));

    private T? Find<T>(string name)
        where T : Delegate =>
        NativeLibrary.TryGetExport(_library, name, out var function) ? Marshal.GetDelegateForFunctionPointer<T>(function) : null;
}
