using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>Second names, statistics of several axes, splits, windows and the rarer functions of numbers.</summary>
internal static class NumericsCases
{
    internal static IEnumerable<ParityCase> All => [.. Numbers, .. Statistics, .. Shapes, .. Made];

    private static IEnumerable<ParityCase> Numbers =>
    [
        Ops("second names of trigonometry", "[t.arcsin() for t in x] + [t.arccos() for t in x] + [t.arctan() for t in x] + [t.asinh() for t in x] + [t.atanh() for t in x] + [(t + 1).acosh() for t in x]",
            x => [arcsin(x[0]), arccos(x[0]), arctan(x[0]), asinh(x[0]), atanh(x[0]), acosh(x[0] + 1)], Unit(3, 5)),
        Ops("second names of comparisons", "[torch.greater(x[0], x[1]), torch.greater_equal(x[0], x[1]), torch.less(x[0], x[1]), torch.less_equal(x[0], x[1]), torch.not_equal(x[0], x[1])]",
            x => [greater(x[0], x[1]), greater_equal(x[0], x[1]), less(x[0], x[1]), less_equal(x[0], x[1]), not_equal(x[0], x[1])], Index(3, 20), Index(3, 20)),
        Op("functions in place", "x[0].clone().add_(x[1]).sub_(0.5).mul_(2).div_(x[1]).addcmul_(x[1], x[1], value=0.3)",
            x => { var y = x[0].clone(); add_(y, x[1]); sub_(y, 0.5); mul_(y, 2); div_(y, x[1]); return addcmul_(y, x[1], x[1], 0.3); }, R(3, 5), Positive(3, 5)),
        Ops("divisors", "[torch.gcd(x[0], x[1]), torch.lcm(x[0], x[1])]", x => [gcd(x[0], x[1]), lcm(x[0], x[1])], Index(30, 12), Index(30, 12)),
        Op("ldexp", "torch.ldexp(x[0], x[1])", x => ldexp(x[0], x[1]), R(9), Index(5, 9)), Ops("frexp", "torch.frexp(x[0])[0:1]", x => [frexp(x[0]).Mantissa], Constant(9)),
        Ops("incomplete gamma", "[torch.igamma(x[0], x[1]), torch.igammac(x[0], x[1])]", x => [igamma(x[0], x[1]), igammac(x[0], x[1])], Positive(9) with { Grad = false }, Positive(9) with { Grad = false }),
        Op("polygamma", "torch.polygamma(1, x[0])", x => polygamma(x[0], 1), Positive(9)), Op("mvlgamma", "torch.mvlgamma(x[0] + 2, 2)", x => mvlgamma(x[0] + 2, 2), Positive(9)),
        Op("renorm", "x[0].renorm(2, 0, 1.5)", x => x[0].renorm(2, 0, 1.5f), R(4, 5)), Op("vander", "torch.vander(x[0], 4, True)", x => vander(x[0], 4, true), Constant(5)),
    ];

    private static IEnumerable<ParityCase> Statistics =>
    [
        Ops("deviation and mean", "torch.std_mean(x[0], (0, 2), keepdim=True)", x => { var (s, m) = std_mean(x[0], (0, 2), keepdim: true); return [s, m]; }, R(3, 4, 5)),
        Ops("variance and mean", "torch.var_mean(x[0], 1, unbiased=False)", x => { var (v, m) = x[0].var_mean(1, false); return [v, m]; }, R(3, 4, 5)), Op("std over a pair of axes", "x[0].std((0, 1))", x => x[0].std((0, 1)), R(3, 4, 5)),
        Op("covariance", "x[0].cov(correction=0)", x => x[0].cov(0), R(3, 9)), Op("correlation", "x[0].corrcoef()", x => corrcoef(x[0]), R(3, 9)),
        Ops("statistics without NaN", "(lambda t: [t.nanmedian(), t.nanmean(), t.nanmean(1), t.nanquantile(x[1], 1), torch.msort(x[0])])(torch.where(x[2], x[0] / 0 * 0, x[0]))",
            x => { var t = where(x[2], x[0] / 0 * 0, x[0]); return [t.nanmedian(), t.nanmean(), t.nanmean(1), t.nanquantile(x[1], 1), msort(x[0])]; }, Constant(4, 9), Unit(3) with { Grad = false }, Mask(4, 9)),
        Ops("areas", "[torch.trapezoid(x[0], dx=0.5), torch.trapezoid(x[0], x[1], dim=0), torch.cumulative_trapezoid(x[0])]",
            x => [trapezoid(x[0], 0.5), trapz(x[0], x[1], 0), cumulative_trapezoid(x[0])], R(4, 5), R(4, 5)),
        Ops("unique neighbours", "torch.unique_consecutive(x[0], return_inverse=True, return_counts=True)", x => { var (u, i, c) = unique_consecutive(x[0], true, true); return [u, i!, c!]; }, Index(2, 30)),
        Ops("norms", "[torch.norm(x[0], 1.0), torch.norm(x[0], 3.0, 1)]", x => [norm(x[0], 1f), norm(x[0], 1, p: 3f)], R(4, 5)),
    ];

    private static IEnumerable<ParityCase> Shapes =>
    [
        Ops("splits", "[*x[0].vsplit(2), *x[0].hsplit([1, 3]), *x[0].dsplit(3), *x[0].tensor_split(torch.tensor([1, 2]), 1)]",
            x => [.. vsplit(x[0], 2), .. hsplit(x[0], (1, 3)), .. dsplit(x[0], 3), .. tensor_split(x[0], tensor(new long[] { 1, 2 }), 1)], R(4, 5, 3)),
        Ops("turns and rolls", "[x[0].rot90(), torch.rot90(x[0], -1, (1, 2)), x[0].roll((2, 1), (0, 1)), torch.roll(x[0], 7), torch.roll(x[0], 2, 0), torch.movedim(x[0], 0, 2)]",
            x => [x[0].rot90(), rot90(x[0], -1, (1, 2)), x[0].roll((2, 1), (0, 1)), roll(x[0], 7), x[0].roll([2]), movedim(x[0], 0, 2)], R(4, 5, 3)),
        Ops("contractions", "[torch.tensordot(x[0], x[1], 1), torch.tensordot(x[0], x[1], ([0, 2], [1, 0]))]", x => [tensordot(x[0], x[1], 1), tensordot(x[0], x[1], (0, 1), (2, 0))], R(4, 5, 3), R(3, 4)),
        Op("block_diag", "torch.block_diag(x[0], x[1])", x => x[0].block_diag(x[1]), R(2, 3), R(1, 2)), Ops("stacks of columns and rows", "[torch.column_stack(x), torch.row_stack(x), torch.dstack(x)]",
            x => [column_stack(x.ToList()), row_stack(x), dstack(x.ToList())], R(4), R(4)),
        Op("nonzero as a list", "x[0].nonzero()", x => cat(x[0].nonzero_as_list(), 1), Mask(3, 5)),
    ];

    private static IEnumerable<ParityCase> Made =>
    [
        Ops("windows", "[torch.hann_window(7), torch.hamming_window(7, False), torch.blackman_window(6), torch.bartlett_window(6), torch.kaiser_window(8, True, 9.0)]",
            _ => [hann_window(7), hamming_window(7, false), blackman_window(6), bartlett_window(6), kaiser_window(8, beta: 9)]),
        Ops("single draws", "[torch.randint(0, 9, ()), torch.rand(()), torch.randn(()), torch.randint(3, 9, (5,)), torch.empty(6).random_(2, 8)]",
            _ => { manual_seed(7); return [tensor(randint_long(9)), tensor(rand_float()), tensor(randn_float()), randint(3, 9, (Size)5), empty(6).random_(2, 8)]; }),
    ];
}
