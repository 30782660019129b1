using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Ship;

/// <summary>The quickstart's winner beside published networks that are trained by the same recipe.</summary>
internal sealed class PublishedTable : IBenchmarkTable
{
    private static readonly string Folder = Path.Combine(BenchmarkFiles.Root, "artifacts", "bench-ship", "networks");
    private static readonly string[] Networks = ["winner", "resnet-8", "resnet-20", "mobilenet-v2-0.35"];

    /// <inheritdoc/>
    public string Name => "networks";

    /// <inheritdoc/>
    public string Summary => "The quickstart's winner (seed 7) and published networks on Fashion-MNIST, trained alike: SGD with a one-cycle rate, crops and flips, label smoothing 0.1. ResNets of CIFAR (arXiv 1512.03385, section 4.2) with 1×1 convolutions where a shortcut changes its shape; MobileNetV2 ×0.35 (arXiv 1801.04381) with strides for small images. Accuracies are means with standard deviations over the seeds; '--epochs E', '--seeds S' and '--networks a,b' say what is measured.";

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string[] args)
    {
        var (epochs, seeds) = (BenchmarkArguments.Text(args, "--epochs") ?? "20", BenchmarkArguments.Number(args, "--seeds", 3));
        return (BenchmarkArguments.Text(args, "--networks")?.Split(',') ?? Networks)
            .Select(network => new BenchmarkCase($"{network} {epochs} {seeds}", () => Measure(network, epochs, seeds)));
    }

    private static Dictionary<string, object> Measure(string network, string epochs, int seeds)
    {
        Directory.CreateDirectory(Folder);
        var recipe = Path.Combine(Folder, "train.csx");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Ship", "published.csx"), recipe, overwrite: true);
        var architecture = network == "winner" ? Quickstart.Best().GetProperty("architecture").GetString()! : network;
        using var result = JsonDocument.Parse(NasCommand.LastLine(
            "run", recipe, "--workspace", Path.Combine(Folder, $"{network}-{epochs}"), "--json", "--set", $"architecture={architecture}",
            "--set", $"epochs={epochs}", "--set", string.Create(CultureInfo.InvariantCulture, $"seeds={seeds}")));
        var best = result.RootElement.GetProperty("best");
        double Of(string metric) => best.GetProperty("metrics").GetProperty(metric).GetDouble();
        return new()
        {
            ["network"] = network,
            ["epochs"] = epochs,
            ["seeds"] = seeds,
            ["test accuracy, %"] = 100 * Of(MetricNames.TestAccuracy),
            ["deviation"] = best.TryGetProperty("deviations", out var spread) && spread.TryGetProperty(MetricNames.TestAccuracy, out var one) ? 100 * one.GetDouble() : "",
            ["M multiply-adds"] = Of(MetricNames.Macs) / 1e6,
            ["k parameters"] = Of(MetricNames.Parameters) / 1e3,
            ["ms of one input"] = Of(MetricNames.Latency),
        };
    }
}
