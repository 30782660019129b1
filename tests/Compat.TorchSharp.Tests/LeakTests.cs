using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests;

public sealed class LeakTests
{
    [Fact]
    public void Twenty_thousand_training_steps_leave_tensors_and_memory_where_they_were_after_two_hundred()
    {
        set_num_threads(1);
        manual_seed(3);
        using var net = Sequential(Conv2d(1, 4, 3, bias: false), BatchNorm2d(4), ReLU(), Flatten(), Linear(16, 3));
        using var optimizer = optim.Adam(net.parameters(), 0.001);
        using var x = rand(4, 1, 4, 4);
        using var y = randint(0, 3, [4]);
        void Train(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                using var scope = NewDisposeScope();
                net.zero_grad();
                functional.cross_entropy(net.call(x), y).backward();
                optimizer.step();
            }
        }

        Train(200);
        var (tensors, memory) = Measure();
        Train(19_800);
        var (tensorsAfter, memoryAfter) = Measure();

        tensorsAfter.Should().Be(tensors);
        (memoryAfter - memory).Should().BeLessThan(24L << 20);
    }

    private static (long Tensors, long Memory) Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return (Tensor.TotalCount, process.WorkingSet64);
    }
}
