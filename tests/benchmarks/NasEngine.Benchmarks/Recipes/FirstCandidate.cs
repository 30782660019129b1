using System.Diagnostics;

namespace NasEngine.Benchmarks.Recipes;

/// <summary>How long the program takes from its start until an estimator gets its first candidate, workers in the same process.</summary>
internal static class FirstCandidate
{
    private const string Mark = "first candidate";

    private const string Recipe = $$"""
        class Told : IEstimator
        {
            public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation) => Console.WriteLine("{{Mark}}");
            public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) => new Measurement().With("val_accuracy", 0.5);
            public void Dispose() { }
        }

        await Search("one").Space("nasbench201").Strategy("random").Estimator<Told>().Budget(trials: 1).RunAsync();
        """;

    /// <summary>Medians, milliseconds.</summary>
    /// <returns>With empty caches; with the caches of an earlier run; with those but for that of recipes.</returns>
    public static (double Fresh, double Again, double Uncompiled) Measure(int starts)
    {
        var folder = Directory.CreateTempSubdirectory("nas-bench-start-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "one.csx"), Recipe);
            Start(folder, "warm-up", "warm-up"); // The files of the program are in memory from then on.
            var (fresh, again, uncompiled) = (new List<double>(), new List<double>(), new List<double>());
            for (var number = 0; number < starts; number++)
            {
                var cache = $"cache{number}";
                fresh.Add(Start(folder, cache, $"fresh{number}"));
                again.Add(Start(folder, cache, $"again{number}"));
                Directory.Delete(Path.Combine(folder, cache, "nasengine", "recipes"), recursive: true);
                uncompiled.Add(Start(folder, cache, $"uncompiled{number}"));
            }

            return (Statistics.Median([.. fresh.Order()]), Statistics.Median([.. again.Order()]), Statistics.Median([.. uncompiled.Order()]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Start(string folder, string cache, string workspace)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [NasCommand.File, "run", "one.csx", "--workspace", workspace])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["XDG_CACHE_HOME"] = Path.Combine(folder, cache) },
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        double? reached = null;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            reached ??= line == Mark ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : null;
        }

        process.WaitForExit();
        return reached ?? throw new InvalidOperationException($"The recipe came to no candidate: {errors.GetAwaiter().GetResult()}");
    }
}
