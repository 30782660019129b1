using global::TorchSharp;
using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Compat.TorchSharp.Tests.Oracle;

internal static class FunctionalCases
{
    internal static IEnumerable<ParityCase> All => [.. Activations, .. Convolutions, .. Pools, .. Losses, .. Others];

    private static IEnumerable<ParityCase> Activations =>
    [
        A("F.relu6", t => F.relu6(t)), A("F.silu", t => F.silu(t)), A("F.selu", t => F.selu(t)), A("F.hardswish", t => F.hardswish(t)),
        A("F.hardsigmoid", t => F.hardsigmoid(t)), A("F.gelu", t => F.gelu(t)), A("F.mish", t => F.mish(t)), A("F.softplus", t => F.softplus(t)),
        A("F.logsigmoid", t => F.logsigmoid(t)), A("F.celu", t => F.celu(t)), A("F.elu", t => F.elu(t)), A("F.leaky_relu", t => F.leaky_relu(t)),
        A("F.hardtanh", t => F.hardtanh(t)), A("F.softshrink", t => F.softshrink(t)), A("F.hardshrink", t => F.hardshrink(t)),
        A("F.tanhshrink", t => F.tanhshrink(t)), A("F.softsign", t => F.softsign(t)),
        Op("softmax", "F.softmax(x[0], 1)", x => F.softmax(x[0], 1), R(3, 9)), Op("log_softmax", "F.log_softmax(x[0], -1)", x => F.log_softmax(x[0], -1), R(3, 9)),
        Op("glu", "F.glu(x[0], 1)", x => F.glu(x[0], 1), R(3, 8)), Op("gelu by tanh", "F.gelu(x[0], approximate='tanh')", x => x[0].gelu(global::TorchSharp.Modules.GELU.Approximate.tanh), R(3, 8)),
        Op("prelu", "F.prelu(x[0], x[1])", x => F.prelu(x[0], x[1]), R(2, 4, 3), R(4)),
    ];

    private static IEnumerable<ParityCase> Convolutions =>
    [
        Op("conv2d", "F.conv2d(x[0], x[1], x[2], padding=1)", x => F.conv2d(x[0], x[1], x[2], padding: [1]), R(2, 3, 9, 9), R(8, 3, 3, 3), R(8)),
        Op("conv2d strided", "F.conv2d(x[0], x[1], None, stride=2, padding=2)", x => F.conv2d(x[0], x[1], null, [2], [2]), R(2, 3, 9, 9), R(8, 3, 5, 5)),
        Op("conv2d depthwise", "F.conv2d(x[0], x[1], None, padding=1, groups=6)", x => F.conv2d(x[0], x[1], padding: [1], groups: 6), R(2, 6, 7, 7), R(6, 1, 3, 3)),
        Op("conv2d dilated", "F.conv2d(x[0], x[1], None, dilation=2)", x => F.conv2d(x[0], x[1], dilation: [2, 2]), R(1, 2, 9, 9), R(3, 2, 3, 3)),
        Op("conv2d same", "F.conv2d(x[0], x[1], None, padding='same')", x => F.conv2d_padding(x[0], x[1], padding: Padding.Same), R(1, 2, 9, 9), R(3, 2, 5, 5)),
        Op("conv2d channels last", "F.conv2d(x[0].contiguous(memory_format=torch.channels_last), x[1].contiguous(memory_format=torch.channels_last), None, padding=1)",
            x => F.conv2d(Last(x[0]), Last(x[1]), padding: [1]), R(2, 8, 9, 9), R(8, 8, 3, 3)),
        Op("conv1d", "F.conv1d(x[0], x[1], x[2], stride=2, padding=1)", x => F.conv1d(x[0], x[1], x[2], 2, 1), R(2, 3, 11), R(4, 3, 3), R(4)),
        Op("conv_transpose2d", "F.conv_transpose2d(x[0], x[1], x[2], stride=2, padding=1, output_padding=1)",
            x => F.conv_transpose2d(x[0], x[1], x[2], [2, 2], [1, 1], [1, 1]), R(2, 4, 5, 5), R(4, 3, 3, 3), R(3)),
        Op("linear", "F.linear(x[0], x[1], x[2])", x => F.linear(x[0], x[1], x[2]), R(5, 7), R(3, 7), R(3)),
        Op("linear in bfloat16", "F.linear(x[0].bfloat16(), x[1].bfloat16()).float()", x => F.linear(x[0].bfloat16(), x[1].bfloat16()).@float(), R(5, 8), R(4, 8)),
    ];

    private static IEnumerable<ParityCase> Pools =>
    [
        Op("max_pool2d", "F.max_pool2d(x[0], 3, 2, 1)", x => F.max_pool2d(x[0], 3, 2, 1), R(2, 3, 9, 9)), Op("avg_pool2d", "F.avg_pool2d(x[0], 3, 2, 1, count_include_pad=False)", x => F.avg_pool2d(x[0], 3, 2, 1, count_include_pad: false), R(2, 3, 9, 9)),
        Op("adaptive_avg_pool2d", "F.adaptive_avg_pool2d(x[0], (2, 3))", x => F.adaptive_avg_pool2d(x[0], (2, 3)), R(2, 3, 9, 9)), Op("global average", "F.adaptive_avg_pool2d(x[0], 1)", x => F.adaptive_avg_pool2d(x[0], 1), R(2, 3, 9, 9)),
        Op("adaptive_max_pool2d", "F.adaptive_max_pool2d(x[0], (2, 3))", x => F.adaptive_max_pool2d(x[0], [2, 3]), R(2, 3, 9, 9)), Op("max_pool1d", "F.max_pool1d(x[0], 2)", x => F.max_pool1d(x[0], 2), R(2, 3, 9)),
        Op("avg_pool1d", "F.avg_pool1d(x[0], 2)", x => F.avg_pool1d(x[0], 2), R(2, 3, 9)), Op("adaptive_avg_pool1d", "F.adaptive_avg_pool1d(x[0], 4)", x => F.adaptive_avg_pool1d(x[0], 4), R(2, 3, 9)),
        Op("nearest", "F.interpolate(x[0], scale_factor=2.0)", x => F.interpolate(x[0], scale_factor: [2.0]), R(1, 2, 4, 5)),
        Op("nearest to a size", "F.interpolate(x[0], (7, 3))", x => F.interpolate(x[0], [7, 3]), R(1, 2, 4, 5)),
        Op("bilinear", "F.interpolate(x[0], (7, 3), mode='bilinear', align_corners=True)", x => F.interpolate(x[0], [7, 3], mode: InterpolationMode.Bilinear, align_corners: true), R(1, 2, 4, 5)),
        Op("bicubic", "F.interpolate(x[0], scale_factor=1.5, mode='bicubic')", x => F.interpolate(x[0], scale_factor: [1.5], mode: InterpolationMode.Bicubic), R(1, 2, 4, 6)),
        Op("area", "F.interpolate(x[0], (2, 3), mode='area')", x => F.interpolate(x[0], [2, 3], mode: InterpolationMode.Area), R(1, 2, 4, 6)),
        Op("pad", "F.pad(x[0], (1, 2, 0, 3), value=0.5)", x => F.pad(x[0], (1, 2, 0, 3), value: 0.5), R(1, 2, 4, 6)),
        Op("pad by reflection", "F.pad(x[0], (1, 2), mode='reflect')", x => F.pad(x[0], [1, 2], PaddingModes.Reflect), R(2, 3, 6)),
    ];

    private static IEnumerable<ParityCase> Losses =>
    [
        Op("cross_entropy", "F.cross_entropy(x[0], x[1])", x => F.cross_entropy(x[0], x[1]), R(6, 5), Index(5, 6)),
        Op("cross_entropy smoothed", "F.cross_entropy(x[0], x[1], label_smoothing=0.1)", x => F.cross_entropy(x[0], x[1], label_smoothing: 0.1), R(6, 5), Index(5, 6)),
        Op("cross_entropy of each", "F.cross_entropy(x[0], x[1], reduction='none')", x => F.cross_entropy(x[0], x[1], reduction: Reduction.None), R(6, 5), Index(5, 6)),
        Op("cross_entropy weighted", "F.cross_entropy(x[0], x[1], x[2].abs(), ignore_index=2, reduction='sum')", x => F.cross_entropy(x[0], x[1], x[2].abs(), 2, Reduction.Sum), R(6, 5), Index(5, 6), Constant(5)),
        Op("cross_entropy of soft targets", "F.cross_entropy(x[0], x[1].softmax(1))", x => F.cross_entropy(x[0], x[1].softmax(1)), R(6, 5), R(6, 5)),
        Op("nll_loss", "F.nll_loss(x[0].log_softmax(1), x[1])", x => F.nll_loss(x[0].log_softmax(1), x[1]), R(6, 5), Index(5, 6)),
        Op("mse_loss", "F.mse_loss(x[0], x[1])", x => F.mse_loss(x[0], x[1]), R(6, 5), R(6, 5)), Op("l1_loss", "F.l1_loss(x[0], x[1], reduction='sum')", x => F.l1_loss(x[0], x[1], Reduction.Sum), R(6, 5), R(6, 5)),
        Op("smooth_l1_loss", "F.smooth_l1_loss(x[0], x[1], beta=0.5)", x => F.smooth_l1_loss(x[0], x[1], beta: 0.5), R(6, 5), R(6, 5)), Op("huber_loss", "F.huber_loss(x[0], x[1], delta=0.5)", x => F.huber_loss(x[0], x[1], 0.5), R(6, 5), R(6, 5)),
        Op("kl_div", "F.kl_div(x[0].log_softmax(1), x[1].log_softmax(1), log_target=True)", x => F.kl_div(x[0].log_softmax(1), x[1].log_softmax(1)), R(6, 5), R(6, 5)),
        Op("binary_cross_entropy", "F.binary_cross_entropy(x[0], x[1].detach())", x => F.binary_cross_entropy(x[0], x[1].detach()), Unit(6), Unit(6)),
        Op("binary_cross_entropy_with_logits", "F.binary_cross_entropy_with_logits(x[0], x[1].detach())", x => F.binary_cross_entropy_with_logits(x[0], x[1].detach()), R(6), Unit(6)),
        Op("margin_ranking_loss", "F.margin_ranking_loss(x[0], x[1], x[2].sign(), margin=0.1)", x => F.margin_ranking_loss(x[0], x[1], x[2].sign(), 0.1), R(6), R(6), Constant(6)),
    ];

    private static IEnumerable<ParityCase> Others =>
    [
        Op("batch_norm", "F.batch_norm(x[0], None, None, x[1], x[2], training=True)", x => F.batch_norm(x[0], null, null, x[1], x[2], true), R(4, 3, 5, 5), R(3), R(3)),
        Op("batch_norm channels last", "F.batch_norm(x[0].contiguous(memory_format=torch.channels_last), None, None, x[1], x[2], training=True)",
            x => F.batch_norm(Last(x[0]), null, null, x[1], x[2], true), R(4, 8, 5, 5), R(8), R(8)),
        Op("layer_norm", "F.layer_norm(x[0], (5,), x[1], x[2])", x => F.layer_norm(x[0], [5], x[1], x[2]), R(4, 3, 5), R(5), R(5)),
        Op("group_norm", "F.group_norm(x[0], 2, x[1], x[2])", x => F.group_norm(x[0], 2, x[1], x[2]), R(4, 6, 5), R(6), R(6)),
        Op("instance_norm", "F.instance_norm(x[0])", x => F.instance_norm(x[0]), R(4, 6, 5)), Op("normalize", "F.normalize(x[0], dim=1)", x => F.normalize(x[0]), R(4, 6)),
        Op("one_hot", "F.one_hot(x[0], 5)", x => F.one_hot(x[0], 5), Index(5, 7)), Op("dropout", "F.dropout(x[0], 0.4)", x => { manual_seed(7); return F.dropout(x[0], 0.4); }, R(40)),
        Op("dropout2d", "F.dropout2d(x[0], 0.4)", x => { manual_seed(7); return F.dropout2d(x[0], 0.4); }, R(4, 6, 2, 2)),
    ];

    private static ParityCase A(string name, Func<Tensor, Tensor> ours) => Op(name, $"{name}(x[0])", x => ours(x[0]), R(7, 11));

    private static Tensor Last(Tensor value) => value.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}
