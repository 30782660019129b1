using NasEngine.Host.Composition;
using NasEngine.Networks;
using NasEngine.Networks.Natives;
using NasEngine.Pipeline.Workers.Processes;
using TorchSharp;

namespace NasEngine.Host.Doctor;

/// <summary>What a search finds of the machine: tensors, devices, memory, disk.</summary>
internal static class MachineChecks
{
    public static IEnumerable<Finding> All(string workspace) =>
    [
        Finding.Of("tensors", Tensors),
        Finding.Of("devices", Devices),
        Finding.Of("malloc of workers", Malloc),
        Finding.Of("disk", () => Disk(workspace)),
    ];

    private static string Tensors()
    {
        var natives = TorchNatives.Require();
        var adapted = natives.IsAdapted ? $", with '{natives.Binding}' adapted to this system's older libstdc++" : "";
        var (torchSharp, libtorch) = (typeof(torch).Assembly.GetName().Version!, natives.Libtorch ?? Version.Parse(torch.__version__));
        var versions = $"TorchSharp {torchSharp.ToString(3)} on libtorch {libtorch.ToString(3)}";
        return $"{versions} from '{natives.Folder}'{adapted}; {torch.get_num_threads()} threads";
    }

    private static string Devices() => TorchDevices.CudaCount switch
    {
        0 when !TorchNatives.Require().HasCuda => "cpu; built for the processor only, with NASENGINE_CUDA=1 also for CUDA",
        0 => "cpu; CUDA finds no GPU",
        var count => $"cpu, {TorchDevices.CudaNames(count)}",
    };

    private static string Malloc() => WorkerAllocator.Find() is { Library: { } library } found
        ? $"'{library}' ({found.Reason})"
        : $"the C library's ({WorkerAllocator.Find().Reason})";

    private static string Disk(string workspace)
    {
        WorkspaceRoom.Check(workspace);
        return $"{WorkspaceRoom.FreeBytes(workspace) / (double)(1 << 30):0.0} GiB free for the workspace '{workspace}'";
    }
}
