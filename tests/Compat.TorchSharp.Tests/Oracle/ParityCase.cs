using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>The same computation in Python's words and in ours, on the same inputs.</summary>
public sealed record ParityCase(string Name, string Kind, string Python, Func<Tensor[], Dictionary<string, Tensor>> Ours, ParityInput[] Inputs)
{
    public static ParityCase Op(string name, string python, Func<Tensor[], Tensor> ours, params ParityInput[] inputs) =>
        Ops(name, python, x => [ours(x)], inputs);

    public static ParityCase Ops(string name, string python, Func<Tensor[], Tensor[]> ours, params ParityInput[] inputs) =>
        new(name, "op", python, x => Differentiate(ours(x), x), inputs);

    public static ParityCase Module(string name, string python, Func<nn.Module<Tensor, Tensor>> make, params ParityInput[] inputs) =>
        Modules(name, python, make, (module, x) => [module.call(x[0])], inputs);

    public static ParityCase Modules<T>(
        string name, string python, Func<T> make, Func<T, Tensor[], Tensor[]> call, params ParityInput[] inputs)
        where T : nn.Module =>
        new(name, "module", python, x => RunModule(make, call, x), inputs);

    public static ParityCase Script(string name, string python, Func<Tensor[], Dictionary<string, Tensor>> ours, params ParityInput[] inputs) =>
        new(name, "script", python, ours, inputs);

    public static ParityInput R(params long[] shape) => new(shape, ScalarType.Float32, (s, g) => randn(s, generator: g), true);

    public static ParityInput D(params long[] shape) => new(shape, ScalarType.Float64, (s, g) => randn(s, float64, generator: g), true);

    public static ParityInput Positive(params long[] shape) =>
        new(shape, ScalarType.Float32, (s, g) => rand(s, generator: g).add(0.1), true);

    public static ParityInput Unit(params long[] shape) =>
        new(shape, ScalarType.Float32, (s, g) => rand(s, generator: g).mul(0.98).add(0.01), true);

    public static ParityInput Constant(params long[] shape) => new(shape, ScalarType.Float32, (s, g) => randn(s, generator: g), false);

    public static ParityInput Index(long below, params long[] shape) =>
        new(shape, ScalarType.Int64, (s, g) => randint(0, below, s, generator: g), false);

    public static ParityInput Mask(params long[] shape) => new(shape, ScalarType.Bool, (s, g) => randn(s, generator: g) > 0, false);

    private static Dictionary<string, Tensor> RunModule<T>(Func<T> make, Func<T, Tensor[], Tensor[]> call, Tensor[] x) where T : nn.Module
    {
        manual_seed(7);
        var module = make();
        var results = Differentiate(call(module, x), x);
        foreach (var (name, tensor) in module.state_dict()) results.Add($"state.{name}", tensor);
        foreach (var (name, parameter) in module.named_parameters())
        {
            if (parameter.grad is { } gradient) results.Add($"pgrad.{name}", gradient);
        }

        return results;
    }

    private static Dictionary<string, Tensor> Differentiate(Tensor[] outs, Tensor[] x)
    {
        var tracked = outs.Where(o => o.requires_grad).ToList();
        if (tracked.Count > 0) autograd.backward(tracked, tracked.ConvertAll(Weigh));
        var results = new Dictionary<string, Tensor>();
        for (var i = 0; i < outs.Length; i++) results.Add($"out{i}", outs[i]);
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i].grad is { } gradient) results.Add($"grad{i}", gradient);
        }

        return results;
    }

    private static Tensor Weigh(Tensor value) => linspace(-1, 1, value.numel(), float64).to(value.dtype).view(value.shape);
}

/// <summary>How an input is drawn and whether it gets a gradient.</summary>
public sealed record ParityInput(long[] Shape, ScalarType Type, Func<long[], Generator, Tensor> Draw, bool Grad);
