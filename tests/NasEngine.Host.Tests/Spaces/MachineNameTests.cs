using NasEngine.Host.Tests.Programs;
using NasEngine.Networks;

namespace NasEngine.Host.Tests.Spaces;

public sealed class MachineNameTests : IDisposable
{
    private readonly TempFolder _gpus = new();

    public void Dispose() => _gpus.Dispose();

    [Fact]
    public void A_device_of_CUDA_is_the_GPU_that_the_driver_tells_and_the_processor()
    {
        Gpu("0000:00:06.0", "NVIDIA H200");
        Gpu("0000:00:07.0", "NVIDIA H200");

        MachineName.Of("cuda:1", _gpus.Path).Should().Be($"NVIDIA H200 on {MachineName.Of("cpu")}");
    }

    [Fact]
    public void Of_several_models_none_is_named()
    {
        Gpu("0000:00:06.0", "NVIDIA H200");
        Gpu("0000:00:07.0", "NVIDIA L4");

        MachineName.Of("cuda:0", _gpus.Path).Should().Be($"CUDA on {MachineName.Of("cpu")}");
    }

    [Fact]
    public void A_driver_that_tells_nothing_is_no_error()
    {
        Directory.CreateDirectory(_gpus.Of("0000:00:06.0"));

        MachineName.Of("cuda:0", _gpus.Path).Should().Be($"CUDA on {MachineName.Of("cpu")}");
        MachineName.Whole(_gpus.Path).Should().Be(MachineName.Of("cuda:0", _gpus.Path));
        MachineName.Whole(_gpus.Of("none")).Should().Be(MachineName.Of("cpu"));
        MachineName.Of("cuda:0", _gpus.Of("none")).Should().Be($"CUDA on {MachineName.Of("cpu")}");
    }

    private void Gpu(string address, string model)
    {
        Directory.CreateDirectory(_gpus.Of(address));
        _gpus.Write(Path.Combine(address, "information"), $"Model: \t\t {model}\nIRQ:   \t\t 42\n");
    }
}
