using System.Globalization;
using System.Text;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>A network as a module of PyTorch: a file of Python that needs nothing but torch.</summary>
internal static class PythonModule
{
    private const string Head = """
        # A network of NasEngine in PyTorch. Its weights lie beside it:
        #
        #     network = Network()
        #     network.load_state_dict(torch.load("weights.pt"))
        #     network.eval()
        #
        # It takes float32 N×C×H×W with values as they are in the data and normalises them itself.
        import torch
        import torch.nn.functional as F


        def attention(queries, keys, values, tokens=None, heads=1):
            n, c, h, width = queries.shape
            q, k, v = (one.reshape(n, heads, c // heads, h * width).transpose(2, 3) for one in (queries, keys, values))
            alike = q @ k.transpose(2, 3) * (c // heads) ** -0.5
            if tokens is not None:
                alike = alike - 1e9 * (tokens < 1).float().reshape(n, 1, 1, h * width)
            return (alike.softmax(3) @ v).transpose(2, 3).reshape(n, c, h, width)


        def rounded(weight, bits):
            constant = weight.detach()
            step = (constant.abs().amax((1, 2, 3), keepdim=True) / (2 ** (bits - 1) - 1)).clamp(min=1e-8)
            return (constant / step).round() * step + (weight - constant)


        def token_mean(features, tokens):
            there = (tokens >= 1).float()
            return (features * there).sum((2, 3), keepdim=True) / there.sum((2, 3), keepdim=True).clamp(min=1)


        def recurrent(features, weights, cell):
            n, c, h, width = features.shape
            given = F.linear(features.flatten(2).permute(2, 0, 1), weights[0])
            state = features.new_zeros(n, weights[1].shape[1])
            ends = [node + 1 for node in range(len(cell)) if all(source != node + 1 for source, _ in cell)]
            states = []
            for place in given:
                values = [state]
                for (source, function), weight in zip(cell, weights[1:]):
                    product = F.linear(values[source], weight) + (place if source == 0 else 0)
                    gate, candidate = product.chunk(2, 1)
                    values.append(values[source] + gate.sigmoid() * (function(candidate) - values[source]))
                state = sum(values[end] for end in ends) / len(ends)
                states.append(state)
            return torch.stack(states, 2).reshape(n, -1, h, width)


        class Network(torch.nn.Module):
            def __init__(self):
                super().__init__()

        """;

    private const string Placing = """

            def place(self, name, values, trained):
                *path, leaf = name.split(".")
                module = self
                for part in path:
                    if part not in module._modules:
                        module.add_module(part, torch.nn.Module())
                    module = module._modules[part]
                if trained:
                    module.register_parameter(leaf, torch.nn.Parameter(values))
                else:
                    module.register_buffer(leaf, values)

            def forward(self, images):
                w = {**dict(self.named_parameters()), **dict(self.named_buffers())}

        """;

    /// <summary>The file.</summary>
    /// <param name="network">The network.</param>
    /// <param name="input">What it expects of its input.</param>
    public static string Of(NetworkSpec network, NetworkInput input)
    {
        var text = new StringBuilder(Head);
        foreach (var weight in network.Weights)
        {
            Line(text, $"self.place(\"{weight.Name}\", torch.zeros({string.Join(", ", weight.Shape)}), True)");
        }

        foreach (var norm in network.Nodes.Select(node => node.Operation).OfType<BatchNorm>().DistinctBy(norm => norm.Key))
        {
            Line(text, $"self.place(\"{norm.Key}.running_mean\", torch.zeros({norm.Channels}), False)");
            Line(text, $"self.place(\"{norm.Key}.running_var\", torch.ones({norm.Channels}), False)");
        }

        text.Append(Placing);
        Line(text, $"v0 = (images - torch.tensor({List(input.Mean)}, device=images.device)[:, None, None])"
            + $" / torch.tensor({List(input.Deviation)}, device=images.device)[:, None, None]");
        for (var number = 1; number < network.Nodes.Length; number++)
        {
            var node = network.Nodes[number];
            string[] inputs = [.. node.Inputs.Select(one => FormattableString.Invariant($"v{one}"))];
            Line(text, FormattableString.Invariant($"v{number} = ")
                + PythonOperations.Of(node, inputs, [.. node.Inputs.Select(one => network.Nodes[one].Shape)]));
        }

        var last = FormattableString.Invariant($"v{network.Nodes.Length - 1}.flatten(1)");
        Line(text, input.Target is { } target
            ? string.Create(CultureInfo.InvariantCulture, $"return {last} * {target.Deviation:R} + {target.Mean:R}")
            : $"return {last}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append("        ").Append(line).Append('\n');

    private static string List(IEnumerable<float> numbers) =>
        $"[{string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}]";
}
