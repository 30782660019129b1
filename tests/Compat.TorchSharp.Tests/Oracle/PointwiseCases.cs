using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests.Oracle;

internal static class PointwiseCases
{
    internal static IEnumerable<ParityCase> All => [.. Unary, .. Binary, .. Comparisons];

    private static IEnumerable<ParityCase> Unary =>
    [
        U("abs", t => t.abs()), U("ceil", t => t.ceil()), U("exp", t => t.exp()), U("exp2", t => t.exp2()),
        U("expm1", t => t.expm1()), U("floor", t => t.floor()), U("frac", t => t.frac()), U("neg", t => -t),
        U("round", t => t.round()), U("sigmoid", t => t.sigmoid()), U("sign", t => t.sign()), U("square", t => t.square()),
        U("tanh", t => t.tanh()), U("sin", t => t.sin()), U("cos", t => t.cos()), U("tan", t => t.tan()), U("sinh", t => t.sinh()),
        U("cosh", t => t.cosh()), U("atan", t => t.atan()), U("asinh", t => t.arcsinh()), U("erf", t => t.erf()),
        U("erfc", t => t.erfc()), U("trunc", t => t.trunc()), U("relu", t => t.relu()),
        P("log", t => t.log()), P("log2", t => t.log2()), P("log10", t => t.log10()), P("log1p", t => t.log1p()),
        P("sqrt", t => t.sqrt()), P("rsqrt", t => t.rsqrt()), P("reciprocal", t => t.reciprocal()), P("lgamma", t => t.lgamma()),
        P("digamma", t => t.digamma()),
        Op("asin", "x[0].asin()", x => x[0].asin(), Unit(3, 5)), Op("acos", "x[0].acos()", x => x[0].acos(), Unit(3, 5)),
        Op("erfinv", "x[0].erfinv()", x => x[0].erfinv(), Unit(3, 5)), Op("logit", "x[0].logit()", x => x[0].logit(), Unit(3, 5)),
        Op("clamp", "x[0].clamp(-0.5, 0.7)", x => x[0].clamp(-0.5, 0.7), R(4, 9)),
        Op("clamp_min", "x[0].clamp_min(0.1)", x => x[0].clamp_min(0.1), R(4, 9)),
        Op("nan_to_num", "(x[0] / (x[0] - x[0])).nan_to_num(1.0, 2.0, 3.0)", x => (x[0] / (x[0] - x[0])).nan_to_num(1.0, 2.0, 3.0), Constant(4)),
        Op("bfloat16", "(x[0].bfloat16() * 1.5).float()", x => (x[0].bfloat16() * 1.5).@float(), R(17)),
        Op("in place", "x[0].clone().mul_(2).add_(1).sub_(0.5).div_(3).relu_()",
            x => x[0].clone().mul_(2).add_(1).sub_(0.5).div_(3).relu_(), R(4, 5)),
    ];

    private static IEnumerable<ParityCase> Binary =>
    [
        B("add", "x[0] + x[1]", (a, b) => a + b), B("sub", "x[0] - x[1]", (a, b) => a - b), B("mul", "x[0] * x[1]", (a, b) => a * b),
        B("div", "x[0] / x[1]", (a, b) => a / b), B("maximum", "torch.maximum(x[0], x[1])", maximum),
        B("minimum", "torch.minimum(x[0], x[1])", minimum), B("atan2", "torch.atan2(x[0], x[1])", atan2),
        B("hypot", "torch.hypot(x[0], x[1])", hypot), B("logaddexp", "torch.logaddexp(x[0], x[1])", logaddexp),
        B("fmod", "torch.fmod(x[0], x[1])", (a, b) => a.fmod(b)), B("remainder", "x[0] % x[1]", (a, b) => a % b),
        Op("add with alpha", "torch.add(x[0], x[1], alpha=0.3)", x => x[0].add(x[1], 0.3), R(4, 5), R(5)),
        Op("floor division", "torch.div(x[0], x[1], rounding_mode='floor')", x => x[0].div(x[1], global::TorchSharp.RoundingMode.floor), R(4, 5), R(5)),
        Op("number minus tensor", "2.5 - x[0]", x => 2.5 - x[0], R(6)), Op("number over tensor", "2.5 / x[0]", x => 2.5 / x[0], R(6)),
        Op("pow number", "x[0] ** 3", x => x[0].pow(3), R(6)), Op("pow tensor", "x[0] ** x[1]", x => x[0].pow(x[1]), Positive(6), R(6)),
        Op("lerp", "torch.lerp(x[0], x[1], x[2])", x => x[0].lerp(x[1], x[2]), R(6), R(6), R(6)),
        Op("addcmul", "torch.addcmul(x[0], x[1], x[2], value=0.5)", x => x[0].addcmul(x[1], x[2], 0.5), R(6), R(6), R(6)),
        Op("addcdiv", "torch.addcdiv(x[0], x[1], x[2], value=0.5)", x => x[0].addcdiv(x[1], x[2], 0.5), R(6), R(6), Positive(6)),
        Op("xlogy", "torch.xlogy(x[0], x[1])", x => x[0].xlogy(x[1]), R(6), Positive(6)),
        Op("integer division", "x[0] // 3", x => x[0].floor_divide(3), Index(100, 9)),
        Op("bits", "(x[0] & x[1]) | (x[0] ^ x[1])", x => (x[0] & x[1]) | (x[0] ^ x[1]), Index(100, 9), Index(100, 9)),
        Op("where", "torch.where(x[2], x[0], x[1])", x => where(x[2], x[0], x[1]), R(3, 4), R(3, 4), Mask(3, 4)),
    ];

    private static IEnumerable<ParityCase> Comparisons =>
    [
        Ops("comparisons", "[x[0] < x[1], x[0] <= x[1], x[0] > x[1], x[0] >= x[1], x[0] == x[1], x[0] != x[1]]",
            x => [x[0] < x[1], x[0] <= x[1], x[0] > x[1], x[0] >= x[1], x[0] == x[1], x[0] != x[1]], Index(3, 20), Index(3, 20)),
        Ops("comparisons with a number", "[x[0] < 0.2, x[0] >= 0.2, 0.2 > x[0], 0.2 <= x[0]]",
            x => [x[0] < 0.2, x[0] >= 0.2, 0.2 > x[0], 0.2 <= x[0]], Constant(20)),
        Ops("logic", "[x[0].logical_and(x[1]), x[0].logical_or(x[1]), x[0].logical_xor(x[1]), ~x[0]]",
            x => [x[0].logical_and(x[1]), x[0].logical_or(x[1]), x[0].logical_xor(x[1]), ~x[0]], Mask(9), Mask(9)),
    ];

    private static ParityCase U(string name, Func<Tensor, Tensor> ours) => Op(name, $"x[0].{name}()", x => ours(x[0]), R(7, 11));

    private static ParityCase P(string name, Func<Tensor, Tensor> ours) => Op(name, $"x[0].{name}()", x => ours(x[0]), Positive(7, 11));

    private static ParityCase B(string name, string python, Func<Tensor, Tensor, Tensor> ours) =>
        Op(name, python, x => ours(x[0], x[1]), R(3, 1, 5), R(4, 5));
}
