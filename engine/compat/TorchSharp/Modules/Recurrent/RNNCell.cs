using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly CellWeights _weights;
        private readonly Op _op;

        internal RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(RNNCell))
        {
            _weights = new CellWeights(this, inputSize, hiddenSize, 1, bias, device, dtype);
            _op = nonLinearity == NonLinearities.ReLU ? Aten.rnn_relu_cell : Aten.rnn_tanh_cell;
        }

        public Parameter weight_ih => _weights.WeightInput;

        public Parameter weight_hh => _weights.WeightHidden;

        public Parameter? bias_ih => _weights.BiasInput;

        public Parameter? bias_hh => _weights.BiasHidden;

        public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        /// <summary>The next hidden state.</summary>
        public override Tensor forward(Tensor input, Tensor? h0 = null)
        {
            using var scope = NewDisposeScope();
            var h = h0 ?? _weights.InitialState(input);
            var next = input.ndim == 2 ? Step(input, h) : Step(input.unsqueeze(0), h.unsqueeze(0)).squeeze(0);
            return next.MoveToOuterDisposeScope();
        }

        private Tensor Step(Tensor input, Tensor h) => _op.Call(
            input, h, _weights.WeightInput, _weights.WeightHidden, _weights.BiasInput, _weights.BiasHidden);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.RNNCell RNNCell(
                long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true,
                Device? device = null, ScalarType? dtype = null) => new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }
}
