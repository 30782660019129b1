using TorchSharp;

namespace NasEngine.Networks.Tests;

/// <summary>Makes flat tensors of values.</summary>
internal static class Flat
{
    public static FlatTensor Of(params (string Name, torch.Tensor Values)[] tensors)
    {
        var named = tensors.Select(pair => KeyValuePair.Create(pair.Name, pair.Values)).ToArray();
        var flat = new FlatTensor(new FlatLayout(named), torch.CPU);
        foreach (var (name, values) in named)
        {
            flat.Views[name].copy_(values);
        }

        return flat;
    }
}
