using System.Diagnostics;
using static TorchSharp.torch;

namespace NasEngine.Benchmarks.Torch;

/// <summary>Steps of two trainers in one process, one thread each, against those of one trainer alone.</summary>
public sealed class TrainersBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "trainers";

    /// <inheritdoc/>
    public string Summary => "Steps of two trainers in one process against those of one alone.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options => [new("--rounds", "rounds in turn", "9")];

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var rounds = args.Number("--rounds");
        return new BenchmarkReport(
            Name,
            $"Training steps a second of one trainer and of two at once, each with one thread, {rounds} rounds in turn; the ratio is the median over the rounds.",
            OwnProcess.Once(Name, args, () => [Row("single path", 20, rounds), Row("mobilenet v2", 4, rounds), Row("mlp", 200, rounds)]));
    }

    private static Dictionary<string, object> Row(string network, int steps, int rounds)
    {
        set_num_threads(1);
        Workload[] trainers = [new(network, channelsLast: network != "mlp"), new(network, channelsLast: network != "mlp")];
        StepsPerSecond(trainers, steps);
        var (alone, both) = (new double[rounds], new double[rounds]);
        for (var i = 0; i < rounds; i++)
        {
            alone[i] = StepsPerSecond(trainers.AsSpan(0, 1), steps);
            both[i] = StepsPerSecond(trainers, steps);
        }

        return new Dictionary<string, object>
        {
            ["network"] = network,
            ["steps per second, one trainer"] = Statistics.Median(alone),
            ["steps per second, two trainers"] = Statistics.Median(both),
            ["ratio"] = Statistics.Median(both.Zip(alone, (two, one) => two / one)),
        };
    }

    private static double StepsPerSecond(ReadOnlySpan<Workload> trainers, int steps)
    {
        var threads = new List<Thread>();
        foreach (var trainer in trainers)
        {
            threads.Add(new Thread(() =>
            {
                set_num_threads(1);
                for (var step = 0; step < steps; step++) trainer.Step();
            }));
        }

        var start = Stopwatch.GetTimestamp();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return trainers.Length * steps / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
