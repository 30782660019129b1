using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly RecurrentWeights _weights;

        internal LSTM(RecurrentOptions options, Device? device, ScalarType? dtype) : base(nameof(LSTM)) =>
            _weights = new RecurrentWeights(this, options, 4, device, dtype);

        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        /// <summary>Does nothing: the weights lie as libtorch's CPU kernels take them.</summary>
        public void flatten_parameters()
        {
        }

        /// <summary>The outputs of all steps, the last hidden state and the last cell state.</summary>
        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            var options = _weights.Options;
            var batched = input.ndim == 3;
            using var scope = NewDisposeScope();
            var x = batched ? input : input.unsqueeze(options.BatchAxis);
            var (h, c) = h0_c0 is var (hidden, cell)
                ? batched ? (hidden, cell) : (hidden.unsqueeze(1), cell.unsqueeze(1))
                : (_weights.InitialState(x), _weights.InitialState(x));
            var (y, hn, cn) = Aten.lstm_input.Call3(
                x, Arg.List([h, c]), Arg.List(_weights.All), options.Bias, options.Layers, options.Dropout, training,
                options.Bidirectional, options.BatchFirst);
            return batched
                ? scope.MoveToOuter(y, hn, cn)
                : scope.MoveToOuter(y.squeeze(options.BatchAxis), hn.squeeze(1), cn.squeeze(1));
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LSTM LSTM(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new Modules.RecurrentOptions(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device, dtype);
        }
    }
}
