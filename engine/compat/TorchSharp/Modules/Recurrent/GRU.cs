using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly RecurrentWeights _weights;

        internal GRU(RecurrentOptions options, Device? device, ScalarType? dtype) : base(nameof(GRU)) =>
            _weights = new RecurrentWeights(this, options, 3, device, dtype);

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
            var (y, hn) = Aten.gru_input.Call2(
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
            public static Modules.GRU GRU(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new Modules.RecurrentOptions(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device, dtype);
        }
    }
}
