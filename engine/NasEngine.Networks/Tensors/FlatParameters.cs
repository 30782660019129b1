using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Parameters of a network in one flat tensor and their gradients in another. The parameters stay what they are to the network
/// and its state dictionary; their memory moves. A backward pass adds to the gradients, so clear them before.
/// </summary>
public sealed class FlatParameters : IDisposable
{
    private readonly IReadOnlyList<KeyValuePair<string, torch.Tensor>> _parameters;

    /// <summary>Moves the parameters into a flat tensor; they need not be disposed in another order than before.</summary>
    /// <param name="parameters">Leaves of float32 that require gradients, on one device, by name.</param>
    public FlatParameters(IReadOnlyList<KeyValuePair<string, torch.Tensor>> parameters)
    {
        _parameters = parameters;
        var device = parameters.Count > 0 ? parameters[0].Value.device : torch.CPU;
        var layout = new FlatLayout(parameters);
        Values = new FlatTensor(layout, device);
        Gradients = new FlatTensor(layout, device);
        using var withoutGradients = torch.no_grad();
        foreach (var (name, parameter) in parameters)
        {
            Values.Views[name].copy_(parameter);
            parameter.set_(Values.Views[name]);
            parameter.grad = Gradients.Views[name];
        }
    }

    /// <summary>All parameters of a module.</summary>
    public static FlatParameters Of(torch.nn.Module module) => new(
        [.. module.named_parameters().Select(pair => KeyValuePair.Create(pair.name, (torch.Tensor)pair.parameter))]);

    /// <summary>The parameters.</summary>
    public FlatTensor Values { get; }

    /// <summary>Their gradients, in the same layout.</summary>
    public FlatTensor Gradients { get; }

    /// <summary>Makes all gradients zero.</summary>
    public void ClearGradients() => Gradients.All.zero_();

    /// <summary>Takes the gradients off the parameters, which keep their values and go on to work.</summary>
    public void Dispose()
    {
        foreach (var (_, parameter) in _parameters)
        {
            if (!parameter.IsInvalid)
            {
                parameter.grad = null;
            }
        }

        Gradients.Dispose();
        Values.Dispose();
    }
}
