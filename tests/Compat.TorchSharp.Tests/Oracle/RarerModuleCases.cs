using global::TorchSharp;
using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>Convolutions of other dimensions, recurrent networks without gates, norms, pads and shuffles.</summary>
internal static class RarerModuleCases
{
    internal static IEnumerable<ParityCase> All => [.. Convolutions, .. Recurrent, .. Norms, .. Shapes, .. Pairs];

    private static IEnumerable<ParityCase> Convolutions =>
    [
        Module("Conv3d", "nn.Conv3d(2, 4, 3, stride=2, padding=1)", () => Conv3d(2, 4, 3, 2, 1), R(2, 2, 5, 4, 5)),
        Module("Conv3d of uneven kernels", "nn.Conv3d(2, 4, (1, 2, 3), padding='same', groups=2)", () => Conv3d(2, 4, (1, 2, 3), Padding.Same, groups: 2), R(2, 2, 5, 4, 5)),
        Module("ConvTranspose1d", "nn.ConvTranspose1d(3, 4, 3, stride=2, padding=1, output_padding=1)", () => ConvTranspose1d(3, 4, 3, 2, 1, 1), R(2, 3, 5)),
        Module("ConvTranspose3d", "nn.ConvTranspose3d(2, 4, (2, 3, 1), groups=2, bias=False)", () => ConvTranspose3d(2, 4, (2, 3, 1), groups: 2, bias: false), R(2, 2, 3, 4, 3)),
        new("ConvTranspose2d to a size", "op", "F.conv_transpose2d(x[0], x[1], None, 2, 1, output_padding=(1, 0))", x =>
        {
            var module = ConvTranspose2d(3, 4, 3, 2, 1, bias: false);
            module.weight = nn.Parameter(x[1].detach().clone());
            return new() { ["out0"] = module.forward(x[0], [2, 4, 10, 9]) };
        }, [Constant(2, 3, 5, 5), Constant(3, 4, 3, 3)]),
    ];

    private static IEnumerable<ParityCase> Recurrent =>
    [
        Modules("RNN", "nn.RNN(5, 7, num_layers=2, batch_first=True)", () => RNN(5, 7, 2, batchFirst: true), (m, x) => { var (y, h) = m.call(x[0]); return [y, h]; }, R(3, 4, 5)),
        Modules("RNN by ReLU", "nn.RNN(5, 7, nonlinearity='relu', bidirectional=True)", () => RNN(5, 7, nonLinearity: NonLinearities.ReLU, bidirectional: true), (m, x) => { var (y, h) = m.call(x[0]); return [y, h]; }, R(4, 3, 5)),
        Modules("RNNCell", "nn.RNNCell(5, 7)", () => RNNCell(5, 7), (m, x) => [m.call(x[0])], R(4, 5)),
        Modules("RNNCell by ReLU without bias", "nn.RNNCell(5, 7, nonlinearity='relu', bias=False)", () => RNNCell(5, 7, NonLinearities.ReLU, false), (m, x) => [m.call(x[0])], R(4, 5)),
        Modules("LSTMCell without bias", "nn.LSTMCell(5, 7, bias=False)", () => LSTMCell(5, 7, false), (m, x) => { var (h, c) = m.call(x[0]); return [h, c]; }, R(4, 5)),
        Modules("EmbeddingBag", "nn.EmbeddingBag(9, 4)", () => EmbeddingBag(9, 4), (m, x) => [m.call(x[0])], Index(9, 3, 5)),
        Modules("EmbeddingBag of sums", "nn.EmbeddingBag(9, 4, mode='sum', padding_idx=2)", () => EmbeddingBag(9, 4, mode: EmbeddingBagMode.Sum, padding_index: 2),
            (m, x) => [m.call(x[0], tensor(new long[] { 0, 3, 4 }), x[1])], Index(9, 7), Constant(7)) with { Kind = "script", Python = BagInPython },
    ];

    private static IEnumerable<ParityCase> Norms =>
    [
        Module("InstanceNorm1d", "nn.InstanceNorm1d(3)", () => InstanceNorm1d(3), R(4, 3, 6)), Module("InstanceNorm2d with statistics", "nn.InstanceNorm2d(3, affine=True, track_running_stats=True)", () => InstanceNorm2d(3, affine: true, track_running_stats: true), R(4, 3, 5, 5)),
        Module("InstanceNorm3d", "nn.InstanceNorm3d(2, affine=True)", () => InstanceNorm3d(2, affine: true), R(2, 2, 3, 3, 3)), Module("InstanceNorm1d of one instance", "nn.InstanceNorm1d(3)", () => InstanceNorm1d(3), R(3, 6)),
        Module("LocalResponseNorm", "nn.LocalResponseNorm(3)", () => LocalResponseNorm(3), R(2, 5, 4, 4)), Module("LocalResponseNorm of a line", "nn.LocalResponseNorm(2, k=2.0)", () => LocalResponseNorm(2, k: 2.0), R(2, 5, 4)),
        Module("Softmax2d", "nn.Softmax2d()", () => Softmax2d(), R(2, 5, 4, 4)), Module("AlphaDropout", "nn.AlphaDropout(0.3)", () => AlphaDropout(0.3), R(5, 9)),
        Module("FeatureAlphaDropout", "nn.FeatureAlphaDropout(0.3)", () => FeatureAlphaDropout(0.3), R(5, 9, 2)), Module("Dropout1d", "nn.Dropout1d(0.3)", () => Dropout1d(0.3), R(5, 9, 2)), Module("Dropout3d", "nn.Dropout3d(0.3)", () => Dropout3d(0.3), R(3, 4, 2, 2, 2)),
        Op("rrelu", "F.rrelu(x[0], 0.1, 0.4)", x => RReLU(0.1, 0.4).call(x[0]), R(4, 9)),
    ];

    private static IEnumerable<ParityCase> Shapes =>
    [
        Module("ConstantPad1d", "nn.ConstantPad1d((1, 2), 0.5)", () => ConstantPad1d((1, 2), 0.5), R(2, 3, 4)), Module("ConstantPad2d", "nn.ConstantPad2d(1, 0.5)", () => ConstantPad2d(1, 0.5), R(2, 3, 4)), Module("ConstantPad3d", "nn.ConstantPad3d((1, 0, 2, 1, 0, 1), 0.5)", () => ConstantPad3d((1, 0, 2, 1, 0, 1), 0.5), R(1, 2, 3, 4)),
        Module("ReflectionPad1d", "nn.ReflectionPad1d(2)", () => ReflectionPad1d(2), R(2, 3, 4)), Module("ReflectionPad2d", "nn.ReflectionPad2d((1, 0, 2, 1))", () => ReflectionPad2d((1, 0, 2, 1)), R(2, 3, 4)), Module("ReflectionPad3d", "nn.ReflectionPad3d(1)", () => ReflectionPad3d(1), R(1, 2, 3, 4)),
        Module("ReplicationPad1d", "nn.ReplicationPad1d((2, 1))", () => ReplicationPad1d((2, 1)), R(2, 3, 4)), Module("ReplicationPad2d", "nn.ReplicationPad2d(2)", () => ReplicationPad2d(2), R(2, 3, 4)), Module("ReplicationPad3d", "nn.ReplicationPad3d(1)", () => ReplicationPad3d(1), R(1, 2, 3, 4)),
        Module("ZeroPad2d", "nn.ZeroPad2d((1, 0, 2, 1))", () => ZeroPad2d((1, 0, 2, 1)), R(2, 3, 4)), Module("PixelShuffle", "nn.PixelShuffle(2)", () => PixelShuffle(2), R(2, 8, 3, 3)), Module("PixelUnshuffle", "nn.PixelUnshuffle(2)", () => PixelUnshuffle(2), R(2, 2, 4, 6)),
        Module("ChannelShuffle", "nn.ChannelShuffle(2)", () => ChannelShuffle(2), Constant(2, 6, 3, 3)), Module("Fold", "nn.Fold((4, 5), (2, 2))", () => Fold((4, 5), (2, 2)), R(2, 12, 12)), Module("Unfold", "nn.Unfold(2, dilation=2, padding=1, stride=1)", () => Unfold(2, 2, 1, 1), R(2, 3, 5, 5)),
    ];

    private static IEnumerable<ParityCase> Pairs =>
    [
        Modules("Bilinear", "nn.Bilinear(3, 4, 2)", () => Bilinear(3, 4, 2), (m, x) => [m.call(x[0], x[1])], R(5, 3), R(5, 4)), Modules("CosineSimilarity", "nn.CosineSimilarity()", () => CosineSimilarity(), (m, x) => [m.call(x[0], x[1])], R(5, 3), R(5, 3)),
        Modules("PairwiseDistance", "nn.PairwiseDistance(keepdim=True)", () => PairwiseDistance(keepdim: true), (m, x) => [m.call(x[0], x[1])], R(5, 3), R(5, 3)),
    ];

    private const string BagInPython = """
        torch.manual_seed(7)
        m = nn.EmbeddingBag(9, 4, mode='sum', padding_idx=2)
        y = m(x[0], torch.tensor([0, 3, 4]), x[1])
        y.backward(torch.linspace(-1, 1, y.numel(), dtype=torch.float64).to(y.dtype).view(y.shape))
        result = {"out0": y, "state.weight": m.weight, "pgrad.weight": m.weight.grad}
        """;
}
