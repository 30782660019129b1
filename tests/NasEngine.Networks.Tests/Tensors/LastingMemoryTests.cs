using System.Globalization;
using static TorchSharp.torch;

namespace NasEngine.Networks.Tests.Tensors;

[CollectionDefinition(nameof(LastingMemoryTests), DisableParallelization = true)]
[Collection(nameof(LastingMemoryTests))]
public sealed class LastingMemoryTests
{
    private const long Noise = 16 << 20;

    [Fact]
    public void Twenty_thousand_steps_of_training_leave_tensors_and_memory_where_they_were()
    {
        set_num_threads(1);
        using var scope = NewDisposeScope();
        var spec = NetworkSpec.From(new FeatureShape(1, 8, 8))
            .ConvBn("stem", 4, 3, ActivationKind.HardSwish, stride: 2).GlobalAveragePool().Linear("classifier", 10).Build();
        using var network = new SpecNetwork(spec, seed: 1, trial: 0, CPU);
        using var parameters = FlatParameters.Of(network);
        using var optimiser = new Sgd(new SgdSettings(LearningRate: 0.01, Momentum: 0.9, WeightDecay: 1e-4, Clip: 5), parameters.Values);
        var (images, labels) = (randn(4, 1, 8, 8), randint(0, 10, [4]));
        Steps(200);
        var tensors = Held();
        Steps(9_800); // The runtime compiles its hot methods anew up to here, and its memory grows.
        var resident = Resident();

        Steps(10_000);

        Held().Should().Be(tensors);
        (Resident() - resident).Should().BeLessThan(Noise);

        void Steps(int count)
        {
            for (var step = 0; step < count; step++)
            {
                using var work = NewDisposeScope();
                parameters.ClearGradients();
                nn.functional.cross_entropy(network.forward(images), labels).backward();
                optimiser.Step(parameters.Gradients, rateFactor: 1);
            }
        }
    }

    /// <summary>Tensors that somebody holds, without those that earlier tests left to the finalizer.</summary>
    private static long Held()
    {
        EmptyFinalizerQueue();
        return Tensor.TotalCount;
    }

    private static void EmptyFinalizerQueue()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static long Resident()
    {
        EmptyFinalizerQueue();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line["VmRSS:".Length..^2], CultureInfo.InvariantCulture) << 10;
    }
}
