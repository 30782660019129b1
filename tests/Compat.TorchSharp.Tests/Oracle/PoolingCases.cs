using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>Pools that give their indices, undo them or see three axes, and the rarer kinds of interpolation.</summary>
internal static class PoolingCases
{
    internal static IEnumerable<ParityCase> All => [.. Pools, .. Interpolation];

    private static IEnumerable<ParityCase> Pools =>
    [
        Ops("max_pool1d with indices", "F.max_pool1d(x[0], 3, 2, 1, return_indices=True)", x => { var (v, i) = nn.MaxPool1d(3, 2, 1).forward_with_indices(x[0]); return [v, i]; }, R(2, 3, 9)),
        Ops("max_pool3d with indices", "F.max_pool3d(x[0], 2, return_indices=True)", x => { var (v, i) = nn.MaxPool3d(2).forward_with_indices(x[0]); return [v, i]; }, R(2, 3, 4, 4, 6)),
        Op("max_pool3d", "F.max_pool3d(x[0], (2, 3, 1), (1, 2, 1), (1, 0, 0))", x => nn.MaxPool3d((2, 3, 1), (1, 2, 1), (1, 0, 0)).call(x[0]), R(2, 3, 4, 5, 4)),
        Op("avg_pool3d", "F.avg_pool3d(x[0], 2, 1, 1, count_include_pad=False)", x => nn.AvgPool3d(2, 1, 1, count_include_pad: false).call(x[0]), R(2, 3, 4, 4, 4)),
        Op("adaptive_avg_pool3d", "F.adaptive_avg_pool3d(x[0], (2, 3, 1))", x => nn.AdaptiveAvgPool3d((2, 3, 1)).call(x[0]), R(2, 3, 4, 5, 4)),
        Ops("adaptive_max_pool1d", "F.adaptive_max_pool1d(x[0], 4, return_indices=True)", x => { var (v, i) = nn.AdaptiveMaxPool1d(4).forward_with_indices(x[0]); return [v, i]; }, R(2, 3, 9)),
        Op("adaptive_max_pool3d", "F.adaptive_max_pool3d(x[0], (2, 3, 1))", x => nn.AdaptiveMaxPool3d([2, 3, 1]).call(x[0]), R(2, 3, 4, 5, 4)),
        Op("max_unpool1d", "F.max_unpool1d(*F.max_pool1d(x[0], 2, return_indices=True), 2)", x => { var (v, i) = F.max_pool1d_with_indices(x[0], 2); return nn.MaxUnpool1d(2).call(v, i); }, R(2, 3, 8)),
        Op("max_unpool2d", "F.max_unpool2d(*F.max_pool2d(x[0], 2, return_indices=True), 2, output_size=(5, 7))",
            x => { var (v, i) = F.max_pool2d_with_indices(x[0], [2, 2]); return nn.MaxUnpool2d(2).call(v, i, [5, 7]); }, R(2, 3, 5, 7)),
        Op("max_unpool3d", "F.max_unpool3d(*F.max_pool3d(x[0], 2, return_indices=True), 2)", x => { var (v, i) = F.max_pool3d_with_indices(x[0], [2, 2, 2]); return nn.MaxUnpool3d(2).call(v, i); }, R(2, 3, 4, 4, 6)),
        Op("lp_pool1d", "F.lp_pool1d(x[0], 2, 3, 2)", x => nn.LPPool1d(2, 3, 2).call(x[0]), Positive(2, 3, 9)), Op("lp_pool2d", "F.lp_pool2d(x[0], 3.0, (2, 3))", x => nn.LPPool2d(3.0, [2, 3]).call(x[0]), Positive(2, 3, 6, 6)),
    ];

    private static IEnumerable<ParityCase> Interpolation =>
    [
        Op("trilinear", "F.interpolate(x[0], scale_factor=2.0, mode='trilinear')", x => F.interpolate(x[0], scale_factor: [2.0], mode: InterpolationMode.Trilinear), R(1, 2, 3, 4, 3)),
        Op("nearest of three axes", "F.interpolate(x[0], (4, 3, 5))", x => F.upsample_nearest(x[0], [4, 3, 5]), R(1, 2, 3, 4, 3)),
        Op("nearest-exact", "F.interpolate(x[0], (7, 3), mode='nearest-exact')", x => F.interpolate(x[0], [7, 3], mode: InterpolationMode.NearestExact), R(1, 2, 4, 5)),
        Op("nearest-exact of a line", "F.interpolate(x[0], 7, mode='nearest-exact')", x => F.interpolate(x[0], [7], mode: InterpolationMode.NearestExact), R(1, 2, 4)),
        Op("area of three axes", "F.interpolate(x[0], (2, 2, 1), mode='area')", x => F.interpolate(x[0], [2, 2, 1], mode: InterpolationMode.Area), R(1, 2, 3, 4, 3)),
        Op("bilinear with anti-aliasing", "F.interpolate(x[0], (3, 2), mode='bilinear', antialias=True)", x => F.interpolate(x[0], [3, 2], mode: InterpolationMode.Bilinear, antialias: true), R(1, 2, 7, 6)),
        Op("bicubic with anti-aliasing", "F.interpolate(x[0], (3, 2), mode='bicubic', antialias=True)", x => F.interpolate(x[0], [3, 2], mode: InterpolationMode.Bicubic, antialias: true), R(1, 2, 7, 6)),
    ];
}
