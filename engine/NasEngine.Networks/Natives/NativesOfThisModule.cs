using System.Runtime.CompilerServices;

namespace NasEngine.Networks.Natives;

internal static class NativesOfThisModule
{
#pragma warning disable CA2255 // Whoever uses this assembly may use TorchSharp next, and finds its natives.
    [ModuleInitializer]
    internal static void Initialise() => TorchNatives.Register();
#pragma warning restore CA2255
}
