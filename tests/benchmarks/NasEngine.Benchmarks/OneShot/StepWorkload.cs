using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Spaces.FBNetV2;
using static TorchSharp.torch;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>One step of a one-shot method: a pass for the weights, and one for the architecture where the method has one.</summary>
internal static class StepWorkload
{
    private const double Megabyte = 1e6;

    private static readonly Dictionary<string, Func<Step>> Steps = new(StringComparer.Ordinal)
    {
        ["dmasking, 1 width"] = () => Masked("64"),
        ["dmasking, 4 widths"] = () => Masked("16/32/48/64"),
        ["dmasking, 16 widths"] = () => Masked("4:64:4"),
        ["darts"] = () => Cells(All, All),
        ["nasp, slopes of all"] = () => Cells(One, All),
        ["nasp, slopes of the chosen"] = () => Cells(One, One),
        ["gdas"] = () => Cells(One, One),
        ["single path"] = () => Cells(One, null),
    };

    /// <summary>What there is.</summary>
    public static IEnumerable<string> Names => Steps.Keys;

    /// <summary>What a step runs and keeps, counted.</summary>
    public static (int Operations, double Megabytes) Count(string name, int batch)
    {
        var step = Steps[name]();
        var whole = ((IMixtureSpace)step.Space).DescribeMixture();
        NetworkSpec[] specs = [.. step.Routes.Select(route => whole.Keep((Mixture)route))];
        return (
            specs.Sum(spec => spec.Nodes.Count(node => node.Operation is Convolution or Linear or Pool or GlobalAveragePool)),
            specs.Max(spec => spec.Nodes.Sum(node => 4.0 * batch * node.Shape.Channels * node.Shape.Height * node.Shape.Width)) / Megabyte);
    }

    /// <summary>The row of a step, in a process that has measured nothing else.</summary>
    public static Dictionary<string, object> Row(string name, int batch, int rounds)
    {
        var step = Steps[name]();
        var (operations, megabytes) = Count(name, batch);
        manual_seed(7);
        using var supernet = new Supernet(step.Space, 7, CPU, 1);
        set_num_threads(1);
        var input = supernet.Describe(step.Routes[0]).Input;
        using var images = randn(batch, input.Channels, input.Height, input.Width);
        using var labels = randint(0, 10, [batch]);
        Pass[] passes = [.. step.Routes.Select((route, place) =>
            new Pass(route, new Batch(images, labels), place == 0 ? PassGradients.Weights : PassGradients.Choices))];
        void Run()
        {
            foreach (var pass in passes)
            {
                supernet.Run([pass], (_, _) => { }, CancellationToken.None);
            }
        }

        var before = ProcessMemory.Peak();
        Run();
        var rise = ProcessMemory.Peak() - before;
        var seconds = Statistics.Median(Enumerable.Range(0, rounds).Select(_ => SimulatedSearch.Seconds(Run)));
        return new()
        {
            ["method"] = name,
            ["space"] = step.Space.Decisions.Id,
            ["seed"] = 7,
            ["samples"] = step.Routes.Length,
            ["operations"] = (double)operations,
            ["activations_mb"] = megabytes,
            ["peak_mb"] = rise / Megabyte,
            ["seconds"] = seconds,
            ["test_accuracy"] = "",
        };
    }

    private static Step Masked(string channels)
    {
        var space = (INetworkSpace)PluginParts.Of(new FBNetV2Plugin()).Space("fbnetv2-f", new
        {
            Scale = "mini", Kernels = "3", Activations = "relu", Splits = "0",
            Macro = $"{channels} 3 1 2; {channels} 3 1 1; {channels} 3 1 2; {channels} 3 1 1",
        });
        return new Step(space, [All((IRelaxedSpace)space), All((IRelaxedSpace)space)]);
    }

    private static Step Cells(Func<IRelaxedSpace, Route> weights, Func<IRelaxedSpace, Route>? architecture)
    {
        var space = (INetworkSpace)PluginParts.Of(new BenchmarksPlugin()).Space("nasbench201", new { Scale = "mini", Channels = 16, Cells = 2 });
        var relaxed = (IRelaxedSpace)space;
        return new Step(space, architecture is null ? [weights(relaxed)] : [weights(relaxed), architecture(relaxed)]);
    }

    /// <summary>All choices, each at the same weight.</summary>
    private static Mixture All(IRelaxedSpace space) => space.Relaxed.Decisions.Aggregate(Mixture.Of(space.Relaxed.Id), (mixture, decision) =>
        mixture.With(decision.Name, [.. Enumerable.Range(0, decision.Count).Select(choice => new ChoiceWeight(choice, 1.0 / decision.Count))]));

    /// <summary>On every edge a 3×3 convolution, the costliest choice.</summary>
    private static Mixture One(IRelaxedSpace space) => space.Relaxed.Decisions.Aggregate(Mixture.Of(space.Relaxed.Id), (mixture, decision) =>
        mixture.With(decision.Name, Math.Max(0, decision.Choices.IndexOf("nor_conv_3x3"))));

    private sealed record Step(INetworkSpace Space, ImmutableArray<Route> Routes);
}
