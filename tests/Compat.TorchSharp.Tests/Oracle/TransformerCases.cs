using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>Attention and the layers of transformers, without dropout since the order of its draws is nobody's promise.</summary>
internal static class TransformerCases
{
    internal static IEnumerable<ParityCase> All =>
    [
        Modules("MultiheadAttention", Called("MultiheadAttention", "x", "x, x, x", "6, 2"), () => MultiheadAttention(6, 2),
            (m, x) => { var (y, w) = m.call(x[0], x[0], x[0]); return [y, w]; }, R(4, 3, 6)),
        Modules("MultiheadAttention to other sequences", Called("MultiheadAttention", "q, k, v, m", "q, k, v, key_padding_mask=m", "6, 3, add_bias_kv=True, add_zero_attn=True, kdim=4, vdim=5"),
            () => MultiheadAttention(6, 3, add_bias_kv: true, add_zero_attn: true, kdim: 4, vdim: 5),
            (m, x) => { var (y, w) = m.call(x[0], x[1], x[2], x[3]); return [y, w]; }, R(4, 3, 6), R(5, 3, 4), R(5, 3, 5), Mask(3, 5)),
        Modules("TransformerEncoder", "nn.TransformerEncoder(nn.TransformerEncoderLayer(6, 2, 8, 0.0), 2)", () => TransformerEncoder(TransformerEncoderLayer(6, 2, 8, 0.0), 2), (m, x) => [m.call(x[0])], R(4, 3, 6)),
        Modules("TransformerEncoderLayer by GELU under a mask", Called("TransformerEncoderLayer", "x", "x, torch.ones(4, 4, dtype=torch.bool).triu(1)", "6, 2, 8, 0.0, 'gelu'"),
            () => TransformerEncoderLayer(6, 2, 8, 0.0, Activations.GELU), (m, x) => [m.call(x[0], ones(4, 4, dtype: @bool).triu(1))], R(4, 3, 6)),
        Modules("TransformerDecoder", "nn.TransformerDecoder(nn.TransformerDecoderLayer(6, 2, 8, 0.0), 2)", () => TransformerDecoder(TransformerDecoderLayer(6, 2, 8, 0.0), 2),
            (m, x) => [m.call(x[0], x[1])], R(4, 3, 6), R(5, 3, 6)),
    ];

    /// <summary>A module of Python whose call passes its inputs on as other arguments.</summary>
    private static string Called(string type, string inputs, string arguments, string made) =>
        $"type('Called', (nn.{type},), {{'forward': lambda self, {inputs}: nn.{type}.forward(self, {arguments})}})({made})";
}
