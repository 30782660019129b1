using System.Runtime.CompilerServices;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

internal static class SkiaNatives
{
#pragma warning disable CA2255 // Whoever uses this assembly decodes pictures next, and finds the library for it.
    [ModuleInitializer]
    internal static void Register() => PlacedNatives.Register("SkiaSharp", "SkiaSharp");
#pragma warning restore CA2255
}
