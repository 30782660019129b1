using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Networks;
using static TorchSharp.torch;

namespace NasEngine.Benchmarks.Ship;

/// <summary>How long the quickstart's winner takes for an input in the engine's libtorch and in ONNX Runtime, in float and in 8 bits.</summary>
internal sealed class RuntimesTable : IBenchmarkTable
{
    private const string Ours = "libtorch";
    private const int Many = 64;
    private static readonly string[] Formats = ["onnx", "int8", "int8-dynamic"];
    private readonly Lazy<Dictionary<string, Dictionary<string, object>>> _rows = new(Measure);

    /// <inheritdoc/>
    public string Name => "runtimes";

    /// <inheritdoc/>
    public string Summary => $"The quickstart's winner (seed 7) on one thread: medians over 200 rounds, in each of which all four run one after the other, of one input and of a batch of {Many}. libtorch is the engine's own network, whose batch norms are not folded; the others are what 'nas export' writes, in ONNX Runtime. Accuracy is that on the 10,000 test images of Fashion-MNIST.";

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args) =>
        Formats.Prepend(Ours).Select(model => new BenchmarkCase(model, () => _rows.Value[model]));

    private static Dictionary<string, Dictionary<string, object>> Measure()
    {
        var best = Quickstart.Best().GetProperty("metrics");
        var models = Formats.ToDictionary(format => format, format => Path.Combine(Quickstart.Workspace, $"best.{format}.onnx"));
        var said = Formats.ToDictionary(format => format, format => NasCommand.LastLine(
            "export", "quickstart", "--workspace", Quickstart.Workspace, "--to", models[format], "--format", format));
        var accuracy = Formats.ToDictionary(format => format, format => format == "onnx"
            ? best.GetProperty(MetricNames.TestAccuracy).GetDouble()
            : double.Parse(Regex.Match(said[format], @"accuracy ([\d.]+) on").Groups[1].Value, CultureInfo.InvariantCulture));
        var folder = Path.Combine(Quickstart.Workspace, "results", "quickstart", "best");
        using var trained = TrainedNetwork.Read(folder, () => throw new InvalidOperationException("The folder says what its input is."));
        var one = Times(trained.Network, models, 1);
        var many = Times(trained.Network, models, Many);
        Dictionary<string, object> Row(string model, string file, double correct) => new()
        {
            ["model"] = model,
            ["ms of one input"] = one[model],
            [$"ms of an input of {Many}"] = many[model] / Many,
            ["kB"] = new FileInfo(file).Length / 1000.0,
            ["test accuracy, %"] = 100 * correct,
        };
        return Formats.Select(format => Row(format, models[format], accuracy[format]))
            .Prepend(Row(Ours, Path.Combine(folder, "weights.safetensors"), accuracy["onnx"])).ToDictionary(row => (string)row["model"]);
    }

    private static Dictionary<string, double> Times(SpecNetwork network, Dictionary<string, string> models, int images)
    {
        const int rounds = 200;
        RuntimeHelpers.RunModuleConstructor(typeof(OnnxExport).Module.ModuleHandle); // It says where ONNX Runtime's library lies.
        set_num_threads(1);
        using var quiet = no_grad();
        network.eval();
        var shape = new[] { images, 1, 28, 28 };
        using var input = ones([images, 28, 28, 1], ScalarType.Float32).permute(0, 3, 1, 2);
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        var sessions = models.ToDictionary(model => model.Key, model => new InferenceSession(model.Value, options));
        var value = NamedOnnxValue.CreateFromTensor("images", new DenseTensor<float>(shape));
        var runs = sessions.ToDictionary(session => session.Key, session => (Action)(() => session.Value.Run([value]).Dispose()));
        runs.Add(Ours, () => network.forward(input).Dispose());
        var times = runs.Keys.ToDictionary(model => model, _ => new List<double>());
        for (var round = -20; round < rounds; round++)
        {
            foreach (var (model, run) in runs)
            {
                var start = Stopwatch.GetTimestamp();
                run();
                if (round >= 0)
                {
                    times[model].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        foreach (var session in sessions.Values)
        {
            session.Dispose();
        }

        return times.ToDictionary(model => model.Key, model => Statistics.Median(model.Value));
    }
}
