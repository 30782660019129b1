using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NasEngine.Benchmarks.SinglePath;

/// <summary>
/// The search of singlepath-fashion.csx, started as its user starts it but without its final training, against the same steps and slices
/// of the same paths written by hand in PyTorch.
/// </summary>
public sealed class SinglePathBenchmark : IBenchmark
{
    private const string Data = "/usr/share/datasets/fashion-mnist";
    private static readonly SinglePathBatches Batches = new(Training: 96, Validation: 200, ValidationBatches: 25);

    /// <inheritdoc/>
    public string Name => "singlepath";

    /// <inheritdoc/>
    public string Summary => "The search of singlepath-fashion.csx against the same one written by hand in PyTorch.";

    /// <inheritdoc/>
    public BenchmarkReport Run(BenchmarkArguments args)
    {
        var folder = Directory.CreateTempSubdirectory("nas-bench-singlepath");
        try
        {
            var recipe = Path.Combine(folder.FullName, "search.csx");
            File.WriteAllLines(recipe, File.ReadLines(Recipe()).Where(line => !line.Contains(".Final(", StringComparison.Ordinal)));
            var workspace = Path.Combine(folder.FullName, "workspace");
            var start = Stopwatch.GetTimestamp();
            Nas("run", recipe, "--workspace", workspace);
            var ours = Stopwatch.GetElapsedTime(start).TotalSeconds;

            var steps = Path.Combine(folder.FullName, "steps.json");
            using var show = JsonDocument.Parse(Nas("show", "singlepath-fashion-7", "--workspace", workspace, "--json"));
            RecordedSearch.Write(show.RootElement, Data, Batches, steps);
            var theirs = Rival(steps);
            return new BenchmarkReport(
                Name,
                "Seconds of the search of singlepath-fashion.csx: ours from the start of the program to its end, without final training; PyTorch 1.13 from the first " +
                "image read to the last slice, its process already started, the same paths in the same steps and slices, one after another. " +
                "Each with the threads that it takes by itself on this machine: ours two, PyTorch one.",
                [Row("PyTorch by hand", theirs, theirs), Row("ours", ours, theirs)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, object> Row(string way, double seconds, double rival) =>
        new() { ["way"] = way, ["seconds"] = seconds, ["ratio"] = seconds / rival };

    private static string Recipe() => Path.Combine(BenchmarkFiles.Root, "scripts", "singlepath-fashion.csx");

    private static string Nas(params string[] args) =>
        Output(Environment.ProcessPath!, [NasCommand.File, .. args]);

    private static double Rival(string steps)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Torch", "rival_singlepath.py");
        return double.Parse(Output("/usr/bin/python3", [script, steps]).Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static string Output(string program, IEnumerable<string> args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true })!;
        return ProcessFailedException.OutputOf(process, $"'{program}'");
    }
}
