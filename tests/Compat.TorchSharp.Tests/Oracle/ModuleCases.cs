using global::TorchSharp;
using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>Modules from the same seed: initial values, names, results, gradients of inputs and parameters, buffers after the call.</summary>
internal static class ModuleCases
{
    internal static IEnumerable<ParityCase> All =>
    [
        Module("Conv2d", "nn.Conv2d(3, 8, 3, stride=2, padding=1)", () => Conv2d(3, 8, 3, 2, 1), R(2, 3, 9, 9)),
        Module("Conv2d grouped", "nn.Conv2d(4, 8, (3, 5), padding=(1, 2), groups=2, bias=False)", () => Conv2d(4, 8, (3, 5), padding: (1, 2), groups: 2, bias: false), R(2, 4, 9, 9)),
        Module("Conv2d padded by reflection", "nn.Conv2d(3, 4, 3, padding=1, padding_mode='reflect')", () => Conv2d(3, 4, 3, padding: 1, padding_mode: PaddingModes.Reflect), R(2, 3, 6, 6)),
        Module("Conv1d", "nn.Conv1d(3, 4, 3, padding=1)", () => Conv1d(3, 4, 3, padding: 1), R(2, 3, 9)),
        Module("ConvTranspose2d", "nn.ConvTranspose2d(3, 4, 3, stride=2, padding=1, output_padding=1)", () => ConvTranspose2d(3, 4, 3, 2, 1, 1), R(2, 3, 5, 5)),
        Module("Linear", "nn.Linear(7, 5)", () => Linear(7, 5), R(3, 7)), Module("Linear without bias", "nn.Linear(7, 5, bias=False)", () => Linear(7, 5, false), R(3, 7)),
        Module("BatchNorm2d", "nn.BatchNorm2d(3)", () => BatchNorm2d(3), R(4, 3, 5, 5)), Module("BatchNorm1d", "nn.BatchNorm1d(3, momentum=0.3)", () => BatchNorm1d(3, momentum: 0.3), R(9, 3)),
        Module("BatchNorm2d without statistics", "nn.BatchNorm2d(3, track_running_stats=False)", () => BatchNorm2d(3, track_running_stats: false), R(4, 3, 5, 5)),
        Module("LayerNorm", "nn.LayerNorm((3, 5))", () => LayerNorm([3, 5]), R(4, 3, 5)), Module("GroupNorm", "nn.GroupNorm(2, 6)", () => GroupNorm(2, 6), R(4, 6, 5)),
        Module("Embedding", "nn.Embedding(9, 4, padding_idx=2)", () => Embedding(9, 4, 2), Index(9, 3, 5)), Module("PReLU", "nn.PReLU(3)", () => PReLU(3), R(2, 3, 4)),
        Module("Dropout", "nn.Dropout(0.3)", () => Dropout(0.3), R(5, 9)), Module("Upsample", "nn.Upsample(scale_factor=2)", () => Upsample(scale_factor: [2.0]), R(1, 2, 3, 3)),
        Module("Sequential", "nn.Sequential(nn.Conv2d(3, 6, 3, padding=1, bias=False), nn.BatchNorm2d(6), nn.Hardswish(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(6, 4))",
            () => Sequential(Conv2d(3, 6, 3, padding: 1, bias: false), BatchNorm2d(6), Hardswish(), AdaptiveAvgPool2d(1), Flatten(), Linear(6, 4)), R(2, 3, 8, 8)),
        Module("Sequential with pools", "nn.Sequential(nn.Identity(), nn.MaxPool2d(2), nn.ReLU6(inplace=True), nn.AvgPool2d(2), nn.Sigmoid(), nn.Tanh(), nn.SiLU())",
            () => Sequential(Identity(), MaxPool2d(2), ReLU6(inplace: true), AvgPool2d(2), Sigmoid(), Tanh(), SiLU()), R(2, 3, 8, 8)),
        Modules("LSTM", "nn.LSTM(5, 7, num_layers=2, batch_first=True)", () => LSTM(5, 7, 2, batchFirst: true), (m, x) => { var (y, h, c) = m.call(x[0]); return [y, h, c]; }, R(3, 4, 5)),
        Modules("LSTM both ways", "nn.LSTM(5, 7, bidirectional=True)", () => LSTM(5, 7, bidirectional: true), (m, x) => { var (y, h, c) = m.call(x[0]); return [y, h, c]; }, R(4, 3, 5)),
        Modules("LSTM without a batch", "nn.LSTM(5, 7)", () => LSTM(5, 7), (m, x) => { var (y, h, c) = m.call(x[0]); return [y, h, c]; }, R(4, 5)),
        Modules("LSTMCell", "nn.LSTMCell(5, 7)", () => LSTMCell(5, 7), (m, x) => { var (h, c) = m.call(x[0]); return [h, c]; }, R(4, 5)),
        Modules("GRU", "nn.GRU(5, 7)", () => GRU(5, 7), (m, x) => { var (y, h) = m.call(x[0]); return [y, h]; }, R(4, 3, 5)),
        Modules("GRUCell", "nn.GRUCell(5, 7)", () => GRUCell(5, 7), (m, x) => [m.call(x[0])], R(4, 5)),
        Modules("CrossEntropyLoss", "nn.CrossEntropyLoss(label_smoothing=0.1)", () => new global::TorchSharp.Modules.CrossEntropyLoss(label_smoothing: 0.1), (m, x) => [m.call(x[0], x[1])], R(6, 5), Index(5, 6)),
        Script("initialisers", InitInPython, _ => Initialise()),
    ];

    private const string InitInPython = """
        torch.manual_seed(7)
        t = lambda: torch.empty(6, 4)
        result = {"kaiming_uniform": nn.init.kaiming_uniform_(t()), "kaiming_normal": nn.init.kaiming_normal_(t(), mode="fan_out", nonlinearity="relu"),
                  "xavier_uniform": nn.init.xavier_uniform_(t(), 0.5), "xavier_normal": nn.init.xavier_normal_(t()),
                  "orthogonal": nn.init.orthogonal_(t()), "trunc_normal": nn.init.trunc_normal_(t(), std=0.02), "constant": nn.init.constant_(t(), 3.0)}
        """;

    private static Dictionary<string, Tensor> Initialise()
    {
        manual_seed(7);
        static Tensor T() => empty(6, 4);
        return new()
        {
            ["kaiming_uniform"] = init.kaiming_uniform_(T()),
            ["kaiming_normal"] = init.kaiming_normal_(T(), mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU),
            ["xavier_uniform"] = init.xavier_uniform_(T(), 0.5), ["xavier_normal"] = init.xavier_normal_(T()),
            ["orthogonal"] = init.orthogonal_(T()), ["trunc_normal"] = init.trunc_normal_(T(), std: 0.02), ["constant"] = init.constant_(T(), 3.0),
        };
    }
}
