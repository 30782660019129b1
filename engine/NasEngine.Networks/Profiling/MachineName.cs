using System.Runtime.InteropServices;

namespace NasEngine.Networks;

/// <summary>What the thing is called that a device's name stands for.</summary>
public static class MachineName
{
    /// <summary>
    /// Where NVIDIA's driver for Linux has a folder for each GPU, with a file 'information' of lines such as 'Model: NVIDIA L4'.
    /// </summary>
    public const string GpuFolder = "/proc/driver/nvidia/gpus";

    /// <summary>
    /// The processor's model where the system tells it, otherwise its architecture; before it, of a device of CUDA, the GPU's.
    /// </summary>
    public static string Of(string device, string gpus = GpuFolder) =>
        device == TorchDevices.Cpu ? Processor() : $"{Gpu(gpus)} on {Processor()}";

    /// <summary>The processor's model, and the GPU's before it where there is one, whatever is used of them.</summary>
    public static string Whole(string gpus = GpuFolder) => Directory.Exists(gpus) ? $"{Gpu(gpus)} on {Processor()}" : Processor();

    /// <summary>The driver does not count as CUDA does, so that of several models none is named.</summary>
    private static string Gpu(string folder)
    {
        try
        {
            string[] models = [.. Directory.EnumerateDirectories(folder).Select(
                gpu => Told(Path.Combine(gpu, "information"), "Model")).OfType<string>().Distinct()];
            return models is [var model] ? model : "CUDA";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "CUDA";
        }
    }

    private static string Processor()
    {
        try
        {
            return Told("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
        catch (IOException)
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }
    }

    private static string? Told(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
}
