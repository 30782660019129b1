#r "NasEngine.Networks"
#r "TorchSharp"
using NasEngine.Networks;

var architecture = Parameter("architecture", "resnet-8", "a published network, or a cell of NAS-Bench-201");
var epochs = Parameter("epochs", 20.0, "passes over the images", min: 0.01);
var macs = Parameter("macs", 0.0, "multiply-adds that a published network is narrowed to; 0 for its own", min: 0);
var seeds = Parameter("seeds", 3, "seeds", min: 1);

class Published() : ChainSpace(
    new DecisionSpace("published", [
        new Decision("network", [.. Networks]), new Decision("sixteenths", [.. Enumerable.Range(1, 16).Select(width => $"w{width}")]) { Ordered = true },
    ]), ImageTask.Mini,
    [new ChainSegment([0, 1], (map, chosen) => (chosen[0] switch
        {
            0 => ResNet(map, 1, chosen[1] + 1),
            1 => ResNet(map, 3, chosen[1] + 1),
            _ => MobileNet(map, chosen[1] + 1),
        })
        .GlobalAveragePool().Linear("classifier", ImageTask.Mini.Classes))])
{
    public static readonly string[] Networks = ["resnet-8", "resnet-20", "mobilenet-v2-0.35"];

    /// The network as wide as published, or as comes nearest to the multiply-adds.
    public string Of(string network, double macs)
    {
        var widths = Enumerable.Range(0, 16).Select(width => Decisions.Architecture([Array.IndexOf(Networks, network), width]));
        return Format(macs == 0 ? widths.Last() : widths.MinBy(one => Math.Abs(Cost(one).Macs - macs))!);
    }

    static FeatureMap ResNet(FeatureMap map, int blocks, int channels)
    {
        map = map.ConvBn("stem", channels, 3, ActivationKind.Relu);
        for (var stage = 0; stage < 3; stage++)
        {
            for (var block = 0; block < blocks; block++)
            {
                var (name, width, stride) = ($"s{stage}b{block}", channels << stage, stage > 0 && block == 0 ? 2 : 1);
                var inner = map.ConvBn($"{name}.a", width, 3, ActivationKind.Relu, stride: stride).Conv($"{name}.b", width, 3).BatchNorm($"{name}.n");
                map = inner.Plus(stride == 1 ? map : map.Conv($"{name}.c", width, 1, stride: 2, padding: 0).BatchNorm($"{name}.m")).Activate(ActivationKind.Relu);
            }
        }

        return map;
    }

    static FeatureMap MobileNet(FeatureMap map, int sixteenths)
    {
        int Narrowed(int channels) => Math.Max(1, channels * sixteenths / 16);
        var inputs = Narrowed(16);
        map = map.ConvBn("stem", inputs, 3, ActivationKind.Relu6);
        foreach (var (expansion, published, count, first) in new[] { (1, 8, 1, 1), (6, 8, 2, 1), (6, 16, 3, 2), (6, 24, 4, 2), (6, 32, 3, 1), (6, 56, 3, 2), (6, 112, 1, 1) })
        {
            var outputs = Narrowed(published);
            for (var i = 0; i < count; i++)
            {
                var (name, stride) = ($"e{expansion}c{published}i{i}", i == 0 ? first : 1);
                var inner = expansion == 1 ? map : map.ConvBn($"{name}.a", inputs * expansion, 1, ActivationKind.Relu6);
                inner = inner.Depthwise($"{name}.d", 3, stride: stride).BatchNorm($"{name}.n").Activate(ActivationKind.Relu6)
                    .Conv($"{name}.p", outputs, 1).BatchNorm($"{name}.m");
                (map, inputs) = (stride == 1 && inputs == outputs ? inner.Plus(map) : inner, outputs);
            }
        }

        return map.ConvBn("last", Narrowed(1280), 1, ActivationKind.Relu6);
    }
}

var search = Search("network").Data(Data.FashionMnist());
search = architecture.StartsWith('|') ? search.Space("nasbench201", new { Scale = "mini", Channels = 8, Cells = 1 }) : search.Space(() => new Published());
await search.Strategy("train-once", new { Architectures = architecture.StartsWith('|') ? architecture : new Published().Of(architecture, macs) })
    .Training(new { Epochs = 0.01 })
    .Budget(trials: 1)
    .Final(epochs, options: new { Augment = true, LabelSmoothing = 0.1 }, seeds: seeds)
    .RunAsync();
