using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests.Oracle;

internal static class TensorCases
{
    internal static IEnumerable<ParityCase> All => [.. Reductions, .. Shapes, .. Gathering, .. Products, .. Drawing];

    private static IEnumerable<ParityCase> Reductions =>
    [
        Op("sum", "x[0].sum()", x => x[0].sum(), R(13, 17)), Op("sum over axes", "x[0].sum((0, 2), keepdim=True)", x => x[0].sum([0, 2], true), R(3, 4, 5)),
        Op("mean", "x[0].mean()", x => x[0].mean(), R(13, 17)), Op("mean over axes", "x[0].mean((1, 2))", x => x[0].mean([1, 2]), R(3, 4, 5)),
        Op("std", "x[0].std()", x => x[0].std(), R(13, 7)), Op("var over an axis", "x[0].var(1, unbiased=False)", x => x[0].var(1, false), R(3, 9)),
        Op("prod", "x[0].prod(1)", x => x[0].prod(1), R(3, 9)), Op("logsumexp", "x[0].logsumexp(-1)", x => x[0].logsumexp(-1), R(3, 9)),
        Op("norm", "x[0].norm()", x => x[0].norm(), R(3, 9)), Op("norm over an axis", "x[0].norm(1, 1)", x => x[0].norm(1, false, 1f), R(3, 9)),
        Op("cumsum", "x[0].cumsum(1)", x => x[0].cumsum(1), R(3, 9)), Op("cumprod", "x[0].cumprod(1)", x => x[0].cumprod(1), R(3, 9)),
        Op("amax", "x[0].amax((0, 2))", x => x[0].amax([0, 2]), R(3, 4, 5)), Op("amin", "x[0].amin((0, 2))", x => x[0].amin([0, 2]), R(3, 4, 5)),
        Ops("max", "x[0].max(1)", x => { var (v, i) = x[0].max(1); return [v, i]; }, R(4, 9)),
        Ops("min", "x[0].min(1, keepdim=True)", x => { var (v, i) = x[0].min(1, true); return [v, i]; }, R(4, 9)),
        Op("largest", "x[0].max()", x => x[0].max(), R(4, 9)), Op("median", "x[0].median()", x => x[0].median(), R(4, 9)),
        Ops("arg", "[x[0].argmax(), x[0].argmax(1), x[0].argmin(0, keepdim=True)]", x => [x[0].argmax(), x[0].argmax(1), x[0].argmin(0, true)], Constant(5, 6)),
        Ops("truth", "[x[0].all(), x[0].any(1), x[0].count_nonzero()]", x => [x[0].all(), x[0].any(1), x[0].count_nonzero()], Mask(4, 5)),
        Ops("sort", "x[0].sort(1, descending=True)", x => { var (v, i) = x[0].sort(1, true); return [v, i]; }, R(4, 9)),
        Ops("topk", "x[0].topk(3, 1)", x => { var (v, i) = x[0].topk(3, 1); return [v, i]; }, R(4, 9)),
        Op("argsort", "x[0].argsort(1)", x => x[0].argsort(1), Constant(4, 9)),
        Op("quantile", "x[0].quantile(x[1], 1)", x => x[0].quantile(x[1], 1), R(4, 9), Unit(3)),
        Op("histogram", "x[0].histc(5, -2, 2)", x => x[0].histc(5, -2, 2), Constant(40)),
        Op("bincount", "x[0].bincount(minlength=7)", x => x[0].bincount(null, 7), Index(6, 30)),
        Ops("unique", "x[0].unique(return_inverse=True, return_counts=True)", x => { var (u, i, c) = x[0].unique(true, true, true); return [u, i!, c!]; }, Index(9, 40)),
    ];

    private static IEnumerable<ParityCase> Shapes =>
    [
        Op("reshape and permute", "x[0].reshape(4, 6).permute(1, 0).flatten()", x => x[0].reshape(4, 6).permute(1, 0).flatten(), R(2, 3, 4)),
        Op("transpose", "x[0].transpose(0, 2)", x => x[0].transpose(0, 2), R(2, 3, 4)), Op("unsqueeze", "x[0].unsqueeze(1).squeeze(1)", x => x[0].unsqueeze(1).squeeze(1), R(2, 3)),
        Op("expand", "x[0].expand(4, 3, 5)", x => x[0].expand(4, 3, 5), R(3, 1)), Op("repeat", "x[0].repeat(2, 3)", x => x[0].repeat(2, 3), R(2, 3)),
        Op("repeat_interleave", "x[0].repeat_interleave(3, 1)", x => x[0].repeat_interleave(3, 1), R(2, 3)),
        Op("cat", "torch.cat([x[0], x[1]], 1)", x => cat([x[0], x[1]], 1), R(2, 3), R(2, 4)), Op("stack", "torch.stack([x[0], x[1]], 1)", x => stack([x[0], x[1]], 1), R(2, 3), R(2, 3)),
        Ops("split", "x[0].split(2, 1)", x => x[0].split(2, 1), R(3, 5)), Ops("split by sizes", "x[0].split([1, 4], 1)", x => x[0].split([1, 4], 1), R(3, 5)),
        Ops("chunk", "x[0].chunk(3, 0)", x => x[0].chunk(3, 0), R(7, 2)), Ops("unbind", "x[0].unbind(1)", x => x[0].unbind(1), R(3, 4)),
        Op("flip and roll", "x[0].flip(1).roll(2, 1)", x => x[0].flip(1).roll(2, 1), R(3, 5)), Op("narrow", "x[0].narrow(1, 1, 3)", x => x[0].narrow(1, 1, 3), R(3, 5)),
        Op("slices", "x[0][1:, ::2, -1]", x => x[0][TensorIndex.Slice(1), TensorIndex.Slice(null, null, 2), TensorIndex.Single(-1)], R(3, 5, 4)),
        Op("ellipsis", "x[0][..., 1:3]", x => x[0][TensorIndex.Ellipsis, 1..3], R(3, 5, 4)), Op("new axis", "x[0][:, None, 0]", x => x[0][TensorIndex.Colon, TensorIndex.None, 0], R(3, 5)),
        Op("mask", "x[0][x[1]]", x => x[0][x[1]], R(3, 5), Mask(3, 5)), Op("mask of the first axis", "x[0][x[1], 1:]", x => x[0][TensorIndex.Tensor(x[1]), 1..], R(6, 5), Mask(6)),
        Op("index tensors", "x[0][x[1], :, x[2]]", x => x[0][TensorIndex.Tensor(x[1]), TensorIndex.Colon, TensorIndex.Tensor(x[2])], R(3, 4, 5), Index(3, 6), Index(5, 6)),
        Op("triangles", "x[0].tril() + x[0].triu(1)", x => x[0].tril() + x[0].triu(1), R(5, 5)), Op("diagonal", "x[0].diagonal()", x => x[0].diagonal(), R(4, 5)),
        Op("unfold", "x[0].unfold(1, 3, 2)", x => x[0].unfold(1, 3, 2), R(2, 9)), Op("meshgrid", "torch.meshgrid([x[0], x[1]], indexing='ij')[1]", x => meshgrid([x[0], x[1]])[1], R(3), R(4)),
    ];

    private static IEnumerable<ParityCase> Gathering =>
    [
        Op("gather", "x[0].gather(1, x[1])", x => x[0].gather(1, x[1]), R(3, 5), Index(5, 3, 2)),
        Op("scatter", "x[0].scatter(1, x[1], x[2])", x => x[0].scatter(1, x[1], x[2]), R(3, 5), Index(2, 3, 1), R(3, 1)),
        Op("scatter_add", "x[0].scatter_add(1, x[1], x[2])", x => x[0].scatter_add(1, x[1], x[2]), R(3, 5), Index(5, 3, 4), R(3, 4)),
        Op("index_select", "x[0].index_select(1, x[1])", x => x[0].index_select(1, x[1]), R(3, 5), Index(5, 4)),
        Op("index_add", "x[0].index_add(0, x[1], x[2], alpha=0.5)", x => x[0].index_add(0, x[1], x[2], 0.5), R(3, 5), Index(3, 4), R(4, 5)),
        Op("take", "x[0].take(x[1])", x => x[0].take(x[1]), R(3, 5), Index(15, 4)), Op("masked_fill", "x[0].masked_fill(x[1], -1.5)", x => x[0].masked_fill(x[1], -1.5), R(3, 5), Mask(3, 5)),
        Op("masked_select", "x[0].masked_select(x[1])", x => x[0].masked_select(x[1]), R(3, 5), Mask(3, 5)), Op("nonzero", "x[0].nonzero()", x => x[0].nonzero(), Mask(3, 5)),
        Op("searchsorted", "torch.searchsorted(x[0].sort()[0], x[1])", x => searchsorted(x[0].sort().Item1, x[1]), Constant(9), Constant(5)),
    ];

    private static IEnumerable<ParityCase> Products =>
    [
        Op("matmul", "x[0] @ x[1]", x => x[0].matmul(x[1]), R(2, 7, 11), R(11, 5)), Op("mm", "x[0].mm(x[1])", x => x[0].mm(x[1]), R(33, 17), R(17, 9)),
        Op("bmm", "x[0].bmm(x[1])", x => x[0].bmm(x[1]), R(4, 3, 5), R(4, 5, 2)), Op("mv", "x[0].mv(x[1])", x => x[0].mv(x[1]), R(7, 5), R(5)),
        Op("dot", "x[0].dot(x[1])", x => x[0].dot(x[1]), R(9), R(9)), Op("outer", "x[0].outer(x[1])", x => x[0].outer(x[1]), R(3), R(4)),
        Op("addmm", "torch.addmm(x[0], x[1], x[2], beta=0.5, alpha=2.0)", x => x[0].addmm(x[1], x[2], 0.5f, 2f), R(3, 4), R(3, 5), R(5, 4)),
        Op("einsum", "torch.einsum('bij,bjk->bik', x[0], x[1])", x => einsum("bij,bjk->bik", x[0], x[1]), R(2, 3, 4), R(2, 4, 5)),
        Op("determinant", "torch.linalg.det(x[0])", x => linalg.det(x[0]), D(4, 4)), Op("inverse", "torch.linalg.inv(x[0])", x => linalg.inv(x[0]), D(4, 4)),
        Op("solve", "torch.linalg.solve(x[0], x[1])", x => linalg.solve(x[0], x[1]), D(4, 4), D(4, 2)),
        Op("cholesky", "torch.linalg.cholesky(x[0] @ x[0].T + torch.eye(4, dtype=torch.float64))", x => linalg.cholesky(x[0].matmul(x[0].T) + eye(4, dtype: float64)), D(4, 4)),
        Op("cdist", "torch.cdist(x[0], x[1])", x => cdist(x[0], x[1]), R(3, 4), R(5, 4)),
    ];

    private static IEnumerable<ParityCase> Drawing =>
    [
        Ops("random numbers of a seed", "[torch.rand(5), torch.randn(20), torch.randint(3, 9, (7,)), torch.randperm(11), torch.bernoulli(x[0])]",
            x => { manual_seed(7); return [rand(5), randn(20), randint(3, 9, [7]), randperm(11), bernoulli(x[0])]; }, Unit(9)),
        Ops("filling in place", "[torch.empty(9).normal_(1.0, 2.0), torch.empty(9).uniform_(-1, 3), torch.empty(9).exponential_(2.0)]",
            x => { manual_seed(7); return [empty(9).normal_(1.0, 2.0), empty(9).uniform_(-1, 3), empty(9).exponential_(2.0)]; }),
        Ops("ranges", "[torch.arange(5), torch.arange(1.0, 2.0, 0.25), torch.linspace(0, 1, 7), torch.full((2, 3), 4.0), torch.eye(3, 4)]",
            _ => [arange(5), arange(1.0, 2.0, 0.25), linspace(0, 1, 7), full([2, 3], 4.0), eye(3, 4)]),
        Ops("categorical", "(lambda d: [d.sample((4,)), d.log_prob(torch.tensor([0, 2, 4])), d.entropy()])(torch.distributions.Categorical(logits=x[0]))",
            x => { manual_seed(7); var d = distributions.Categorical(logits: x[0]); return [d.sample(4), d.log_prob(tensor(new long[] { 0, 2, 4 })), d.entropy()]; }, R(3, 5)),
        Ops("normal", "(lambda d: [d.sample((4,)), d.rsample(), d.log_prob(x[2]), d.entropy(), d.cdf(x[2]), d.icdf(x[2].sigmoid())])(torch.distributions.Normal(x[0], x[1]))",
            x => { manual_seed(7); var d = distributions.Normal(x[0], x[1]); return [d.sample(4), d.rsample(), d.log_prob(x[2]), d.entropy(), d.cdf(x[2]), d.icdf(x[2].sigmoid())]; }, R(5), Positive(5), R(5)),
    ];
}
