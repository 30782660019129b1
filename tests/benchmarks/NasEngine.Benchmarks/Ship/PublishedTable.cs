using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Ship;

/// <summary>
/// The quickstart's winner beside published networks that are trained by the same recipe: as long in processor time, and narrowed to the
/// winner's multiply-adds.
/// </summary>
internal sealed class PublishedTable : IBenchmarkTable
{
    private const string Winner = "winner";
    private const double ShortEpochs = 0.05;
    private const double LongEpochs = 0.3;

    private static readonly string[] Published = ["resnet-8", "resnet-20", "mobilenet-v2-0.35"];

    /// <inheritdoc/>
    public string Name => "networks";

    /// <inheritdoc/>
    public string Summary => "The quickstart's winner (seed 7) and published networks on Fashion-MNIST, trained alike: SGD with a one-cycle rate, crops and flips, label smoothing 0.1. 'equal time': as wide as published, for as many epochs as take the winner's processor time; 'equal multiply-adds': narrowed by sixteenths to the winner's multiply-adds, for the winner's epochs. ResNets of CIFAR (arXiv 1512.03385, section 4.2) with 1×1 convolutions where a shortcut changes its shape; MobileNetV2 ×0.35 (arXiv 1801.04381) with strides for small images. Accuracies are means with standard deviations over the seeds.";

    /// <inheritdoc/>
    public IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--epochs", "of the winner", "20"),
        new("--seeds", "number of trainings", "3"),
        new("--networks", "networks, separated by commas", string.Join(',', Published)),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var epochs = args.Decimal("--epochs");
        var seeds = args.Number("--seeds");
        var networks = args.List("--networks");
        BenchmarkCase Case(string network, string at, Func<(double Epochs, double Macs)> how) => new(
            string.Create(CultureInfo.InvariantCulture, $"{network} {at} {epochs} {seeds}"), () =>
            {
                var (trained, macs) = how();
                return Measure(network, at, trained, macs, seeds);
            });
        return
        [
            Case(Winner, "as found", () => (epochs, 0)),
            .. networks.Select(network => Case(network, "equal multiply-adds", () => (epochs, Quickstart.Macs()))),
            .. networks.Select(network => Case(
                network, "equal time", () => (Math.Round(epochs * SecondsOfEpoch(Winner) / SecondsOfEpoch(network), 2), 0))),
        ];
    }

    private static Dictionary<string, object> Measure(string network, string at, double epochs, double macs, int seeds)
    {
        var best = Train(network, $"{network}-{at.Replace(' ', '-')}-{Text(epochs)}", epochs, macs, seeds);
        double Of(string metric) => best.GetProperty("metrics").GetProperty(metric).GetDouble();
        return new()
        {
            ["network"] = network,
            ["at"] = at,
            ["epochs"] = epochs,
            ["seeds"] = seeds,
            ["test accuracy, %"] = 100 * Of(MetricNames.TestAccuracy),
            ["deviation"] = FinalTraining.Deviation(best),
            ["M multiply-adds"] = Of(MetricNames.Macs) / 1e6,
            ["k parameters"] = Of(MetricNames.Parameters) / 1e3,
            ["ms of one input"] = Of(MetricNames.Latency),
        };
    }

    /// <summary>
    /// Processor seconds of an epoch: those of a longer training less those of a shorter one, so that starts do not count. Kept, so that
    /// an interrupted training goes on with the same epochs.
    /// </summary>
    private static double SecondsOfEpoch(string network)
    {
        var kept = FinalTraining.FolderOf($"probe-{network}.txt");
        if (!File.Exists(kept))
        {
            File.WriteAllText(kept, Text((Seconds(network, LongEpochs) - Seconds(network, ShortEpochs)) / (LongEpochs - ShortEpochs)));
        }

        return double.Parse(File.ReadAllText(kept), CultureInfo.InvariantCulture);
    }

    /// <summary>Processor seconds of a training from the start.</summary>
    private static double Seconds(string network, double epochs)
    {
        var workspace = $"probe-{network}-{Text(epochs)}";
        if (Directory.Exists(FinalTraining.FolderOf(workspace)))
        {
            Directory.Delete(FinalTraining.FolderOf(workspace), recursive: true);
        }

        var before = ProcessorTime.OfChildren();
        Train(network, workspace, epochs, macs: 0, seeds: 1);
        return ProcessorTime.OfChildren() - before;
    }

    /// <summary>Trains, or goes on where an interrupted run was.</summary>
    internal static JsonElement Train(string network, string workspace, double epochs, double macs, int seeds) => FinalTraining.Run(
        workspace,
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Ship", "published.csx")),
        $"architecture={(network == Winner ? Quickstart.Best().GetProperty("architecture").GetString() : network)}",
        $"epochs={Text(epochs)}", $"macs={Text(macs)}", $"seeds={Text(seeds)}");

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
