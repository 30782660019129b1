using System.Runtime.CompilerServices;

/// <summary>Compiled into projects of tests that use tensors: one of them may use TorchSharp before anything of the engine.</summary>
internal static class NativesOfTheseTests
{
#pragma warning disable CA2255 // Each of these projects is a program of its own to the runner.
    [ModuleInitializer]
    internal static void Register() => NasEngine.Networks.Natives.TorchNatives.Register();
#pragma warning restore CA2255
}
