using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The lengths of a transformer's layer and the function between its two linear layers.</summary>
internal sealed record TransformerOptions(long Width, long Heads, long Inner, double Dropout, Activations Activation)
{
    internal Tensor Activate(Tensor x) => Activation == Activations.GELU ? x.gelu() : x.relu();

    /// <summary>New layers with the values of one layer.</summary>
    internal static T[] Copies<T>(T layer, long count, Func<T> make) where T : nn.Module
    {
        var values = layer.state_dict();
        var copies = new T[count];
        for (var i = 0; i < count; i++)
        {
            copies[i] = make();
            copies[i].load_state_dict(values);
        }

        return copies;
    }
}
