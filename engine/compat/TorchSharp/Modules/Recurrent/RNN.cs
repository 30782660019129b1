using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly RecurrentWeights _weights;
        private readonly Op _op;

        internal RNN(RecurrentOptions options, NonLinearities nonLinearity, Device? device, ScalarType? dtype) : base(nameof(RNN))
        {
            _weights = new RecurrentWeights(this, options, 1, device, dtype);
            _op = nonLinearity == NonLinearities.ReLU ? Aten.rnn_relu_input : Aten.rnn_tanh_input;
        }

        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        /// <summary>Does nothing: the weights lie as libtorch's CPU kernels take them.</summary>
        public void flatten_parameters()
        {
        }

        /// <summary>The outputs of all steps and the last hidden state.</summary>
        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
        {
            var options = _weights.Options;
            var batched = input.ndim == 3;
            using var scope = NewDisposeScope();
            var x = batched ? input : input.unsqueeze(options.BatchAxis);
            var h = h0 is null ? _weights.InitialState(x) : batched ? h0 : h0.unsqueeze(1);
            var (y, hn) = _op.Call2(
                x, h, Arg.List(_weights.All), options.Bias, options.Layers, options.Dropout, training, options.Bidirectional,
                options.BatchFirst);
            return batched ? scope.MoveToOuter(y, hn) : scope.MoveToOuter(y.squeeze(options.BatchAxis), hn.squeeze(1));
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public enum NonLinearities
            {
                ReLU = 0,
                Tanh = 1,
            }

            public static Modules.RNN RNN(
                long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true,
                bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    new Modules.RecurrentOptions(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), nonLinearity,
                    device, dtype);
        }
    }
}
