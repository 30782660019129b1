using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The four parameters of one recurrent step.</summary>
internal sealed class CellWeights
{
    internal CellWeights(nn.Module owner, long inputSize, long hiddenSize, int gates, bool bias, Device? device, ScalarType? dtype)
    {
        HiddenSize = hiddenSize;
        var bound = hiddenSize > 0 ? 1 / Math.Sqrt(hiddenSize) : 0;
        Parameter Make(string name, params long[] shape)
        {
            var parameter = new Parameter(empty(shape, dtype, device));
            init.uniform_(parameter, -bound, bound);
            owner.register_parameter(name, parameter);
            return parameter;
        }

        WeightInput = Make("weight_ih", gates * hiddenSize, inputSize);
        WeightHidden = Make("weight_hh", gates * hiddenSize, hiddenSize);
        if (!bias) return;
        BiasInput = Make("bias_ih", gates * hiddenSize);
        BiasHidden = Make("bias_hh", gates * hiddenSize);
    }

    internal long HiddenSize { get; }

    internal Parameter WeightInput { get; }

    internal Parameter WeightHidden { get; }

    internal Parameter? BiasInput { get; }

    internal Parameter? BiasHidden { get; }

    internal Tensor InitialState(Tensor input) => input.ndim == 1
        ? zeros(HiddenSize, input.dtype, input.device)
        : zeros(input.shape[0], HiddenSize, input.dtype, input.device);
}
