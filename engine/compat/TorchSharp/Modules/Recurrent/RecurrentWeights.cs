using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Weights and shapes of a recurrent network, under PyTorch's names: weight_ih_l0, weight_hh_l0, bias_ih_l0, …</summary>
internal sealed class RecurrentWeights
{
    private readonly nn.Module _owner;
    private readonly string[] _names;

    internal RecurrentWeights(nn.Module owner, RecurrentOptions options, int gates, Device? device, ScalarType? dtype)
    {
        _owner = owner;
        Options = options;
        var names = new List<string>();
        var bound = options.HiddenSize > 0 ? 1 / Math.Sqrt(options.HiddenSize) : 0;
        void Make(string name, params long[] shape)
        {
            var parameter = new Parameter(empty(shape, dtype, device));
            init.uniform_(parameter, -bound, bound);
            owner.register_parameter(name, parameter);
            names.Add(name);
        }

        for (var layer = 0; layer < options.Layers; layer++)
        {
            for (var direction = 0; direction < options.Directions; direction++)
            {
                var suffix = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                Make("weight_ih" + suffix, gates * options.HiddenSize, layer == 0 ? options.InputSize : options.HiddenSize * options.Directions);
                Make("weight_hh" + suffix, gates * options.HiddenSize, options.HiddenSize);
                if (!options.Bias) continue;
                Make("bias_ih" + suffix, gates * options.HiddenSize);
                Make("bias_hh" + suffix, gates * options.HiddenSize);
            }
        }

        _names = names.ToArray();
    }

    internal RecurrentOptions Options { get; }

    internal Tensor[] All => Array.ConvertAll(_names, name => (Tensor)_owner.get_parameter(name)!);

    /// <summary>Zeros of the shape of the hidden state for a batched input.</summary>
    internal Tensor InitialState(Tensor input) => zeros(
        [Options.Layers * Options.Directions, input.shape[Options.BatchFirst ? 0 : 1], Options.HiddenSize], input.dtype, input.device);
}

internal sealed record RecurrentOptions(
    long InputSize, long HiddenSize, long Layers, bool Bias, bool BatchFirst, double Dropout, bool Bidirectional)
{
    internal int Directions => Bidirectional ? 2 : 1;

    internal int BatchAxis => BatchFirst ? 0 : 1;
}
