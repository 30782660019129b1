using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly CellWeights _weights;

        internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(GRUCell)) =>
            _weights = new CellWeights(this, inputSize, hiddenSize, 3, bias, device, dtype);

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

        private Tensor Step(Tensor input, Tensor h) => Aten.gru_cell.Call(
            input, h, _weights.WeightInput, _weights.WeightHidden, _weights.BiasInput, _weights.BiasHidden);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GRUCell GRUCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
