using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private readonly CellWeights _weights;

        internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell)) =>
            _weights = new CellWeights(this, inputSize, hiddenSize, 4, bias, device, dtype);

        public Parameter weight_ih => _weights.WeightInput;

        public Parameter weight_hh => _weights.WeightHidden;

        public Parameter? bias_ih => _weights.BiasInput;

        public Parameter? bias_hh => _weights.BiasHidden;

        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        /// <summary>The next hidden state and the next cell state.</summary>
        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            if (h0_c0 is var (hidden, cell) && input.ndim == 2) return Step(input, hidden, cell);
            using var scope = NewDisposeScope();
            var (h, c) = h0_c0 ?? (_weights.InitialState(input), _weights.InitialState(input));
            if (input.ndim == 2)
            {
                var (first, second) = Step(input, h, c);
                return scope.MoveToOuter(first, second);
            }

            var (hn, cn) = Step(input.unsqueeze(0), h.unsqueeze(0), c.unsqueeze(0));
            return scope.MoveToOuter(hn.squeeze(0), cn.squeeze(0));
        }

        private (Tensor, Tensor) Step(Tensor input, Tensor h, Tensor c) => Aten.lstm_cell.Call2(
            input, Arg.List([h, c]), _weights.WeightInput, _weights.WeightHidden, _weights.BiasInput, _weights.BiasHidden);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LSTMCell LSTMCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
