using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>Non-linearities as operators of ONNX.</summary>
internal static class OnnxActivations
{
    /// <summary>Adds one.</summary>
    public static string Add(OnnxGraph graph, string input, ActivationKind function) => function switch
    {
        ActivationKind.Relu => graph.Node("Relu", [input]),
        ActivationKind.Relu6 => graph.Node("Clip", [input, graph.Numbers("number[0]", [0]), graph.Numbers("number[6]", [6])]),
        ActivationKind.HardSwish => graph.Node("HardSwish", [input]),
        ActivationKind.HardSigmoid => graph.Node(
            "HardSigmoid", [input], OnnxAttribute.Of("alpha", 1 / 6f), OnnxAttribute.Of("beta", 0.5f)),
        ActivationKind.Swish => graph.Node("Mul", [input, graph.Node("Sigmoid", [input])]),
        ActivationKind.Gelu => Gelu(graph, input),
        ActivationKind.Sigmoid => graph.Node("Sigmoid", [input]),
        ActivationKind.Tanh => graph.Node("Tanh", [input]),
        _ => throw new InvalidOperationException($"Activation '{function}' has no form in ONNX."),
    };

    /// <summary>x·(1 + erf(x/√2))/2.</summary>
    private static string Gelu(OnnxGraph graph, string input)
    {
        var scaled = graph.Node("Mul", [input, graph.Numbers("number[1/√2]", [(float)Math.Sqrt(0.5)])]);
        var raised = graph.Node("Add", [graph.Node("Erf", [scaled]), graph.Numbers("number[1]", [1])]);
        return graph.Node("Mul", [graph.Node("Mul", [input, raised]), graph.Numbers("number[1/2]", [0.5f])]);
    }
}
