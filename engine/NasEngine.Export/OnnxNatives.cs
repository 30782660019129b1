using System.Runtime.CompilerServices;
using NasEngine.Contracts;

namespace NasEngine.Export;

internal static class OnnxNatives
{
#pragma warning disable CA2255 // Whoever uses this assembly runs ONNX Runtime next, and finds its library.
    [ModuleInitializer]
    internal static void Register() => PlacedNatives.Register("Microsoft.ML.OnnxRuntime", "onnxruntime");
#pragma warning restore CA2255
}
