using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>The short names of non-linearities: relu, relu6, hswish, hsigmoid, swish, gelu, sigmoid, tanh.</summary>
public static class ActivationNames
{
    private static readonly Dictionary<string, ActivationKind> ByName = new(StringComparer.Ordinal)
    {
        ["relu"] = ActivationKind.Relu,
        ["relu6"] = ActivationKind.Relu6,
        ["hswish"] = ActivationKind.HardSwish,
        ["hsigmoid"] = ActivationKind.HardSigmoid,
        ["swish"] = ActivationKind.Swish,
        ["gelu"] = ActivationKind.Gelu,
        ["sigmoid"] = ActivationKind.Sigmoid,
        ["tanh"] = ActivationKind.Tanh,
    };

    private static readonly Dictionary<ActivationKind, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The short name.</summary>
    public static string Name(this ActivationKind kind) => Names[kind];

    /// <summary>The non-linearity of a short name.</summary>
    /// <exception cref="InputException">No such name.</exception>
    public static ActivationKind Parse(string name) => ByName.TryGetValue(name, out var kind)
        ? kind
        : throw new InputException($"Unknown activation '{name}': {Suggest.Instead(name, ByName.Keys)}");
}
