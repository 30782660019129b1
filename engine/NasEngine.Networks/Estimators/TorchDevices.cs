using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks.Natives;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The devices that tensors can live on, by their names in recipes.</summary>
public static class TorchDevices
{
    /// <summary>The name of the processor.</summary>
    public const string Cpu = "cpu";

    private const string Cuda = "cuda";

    /// <summary>Looks whether a device is here. The processor is, so that nothing is loaded for it.</summary>
    /// <exception cref="InputException">There is no such device, or no such name.</exception>
    public static void Check(string name)
    {
        if (name != Cpu)
        {
            Find(name);
        }
    }

    /// <summary>
    /// The device of a name: <c>cpu</c>, <c>cuda</c> or <c>cuda:N</c>, N from 0. With one of CUDA, cuDNN keeps to algorithms that add in
    /// one order, in this process, so that the same seed ends with the same bits.
    /// </summary>
    /// <exception cref="InputException">There is no such device on this machine, no such name, or no natives.</exception>
    public static torch.Device Find(string name)
    {
        var index = Index(name);
        var natives = TorchNatives.Require();
        if (index < 0)
        {
            return new torch.Device(DeviceType.CPU);
        }

        if (index >= CudaCount)
        {
            throw new InputException($"Device '{name}' is not on this machine, {Here(natives.HasCuda, CudaCount)}.");
        }

        natives.Functions.MakeCudnnRepeatable();
        return new torch.Device(DeviceType.CUDA, index);
    }

    /// <summary>How many devices of CUDA there are; 0 where the natives are for the processor only.</summary>
    /// <exception cref="InputException">There are no natives.</exception>
    public static int CudaCount => TorchNatives.Require().HasCuda && torch.cuda.is_available() ? torch.cuda.device_count() : 0;

    /// <summary>The names of some devices of CUDA, of at least one.</summary>
    public static string CudaNames(int count) => count == 1 ? $"{Cuda}:0" : $"{Cuda}:0 to {Cuda}:{count - 1}";

    /// <summary>−1 for the processor.</summary>
    private static int Index(string name) => name switch
    {
        Cpu => -1,
        Cuda => 0,
        _ when name.StartsWith(Cuda + ":", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Cuda.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index,
        _ => throw new InputException($"Unknown device '{name}'; known: cpu, cuda:0, cuda:1, …"),
    };

    /// <summary>What there is in place of a device that is not there.</summary>
    internal static string Here(bool built, int count) => !built
        ? "whose program is built for the processor only; use 'cpu', or build it with CUDA: NASENGINE_CUDA=1 ./nas …"
        : count == 0
            ? "where CUDA finds no GPU; use 'cpu', or look at the driver with nvidia-smi"
            : $"which has {CudaNames(count)}";
}
