using System.Runtime.InteropServices;
using NasEngine.Networks;

namespace NasEngine.Host.Output;

/// <summary>What the thing is called that a device's name stands for.</summary>
internal static class MachineName
{
    /// <summary>The processor's model where the system tells it, otherwise its architecture.</summary>
    public static string Of(string device) => device == TorchDevices.Cpu ? Processor() : $"CUDA on {Processor()}";

    private static string Processor()
    {
        try
        {
            return File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
                ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
        catch (IOException)
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }
    }
}
