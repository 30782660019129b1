using System.Globalization;
using NasEngine.Pipeline.Workers.Processes;

namespace NasEngine.Faults.Tests;

public sealed class WorkerEnvironmentTests
{
    [Fact]
    public async Task A_real_worker_has_the_allocator_loaded_and_the_large_first_generation()
    {
        await using var worker = RealWorker.Create(0, TimeProvider.System);
        var ready = await worker.StartAsync(null, CancellationToken.None);
        var process = string.Create(CultureInfo.InvariantCulture, $"/proc/{ready.Pid}");

        File.ReadAllText($"{process}/environ").Split('\0').Should().Contain("DOTNET_GCgen0size=0x10000000");
        if (WorkerAllocator.Find().Library is { } library)
        {
            File.ReadAllText($"{process}/environ").Split('\0').Should().ContainSingle(one => one.StartsWith("LD_PRELOAD=") && one.EndsWith(library));
            File.ReadAllLines($"{process}/maps").Should().Contain(line => line.Contains("libtcmalloc_minimal.so", StringComparison.Ordinal));
        }
    }
}
