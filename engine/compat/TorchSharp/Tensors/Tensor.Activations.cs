using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor rrelu(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) => Aten.rrelu.Call(this, (Scalar)lower, (Scalar)upper);

        public Tensor rrelu_(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0) => Aten.rrelu_.InPlace(this, (Scalar)lower, (Scalar)upper);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax_int.Call(this, dim, dtype);

        public Tensor softplus(double beta = 1, double threshold = 20) =>
            Aten.softplus.Call(this, (Scalar)beta, (Scalar)threshold);

        public Tensor gelu() => Aten.gelu.Call(this);

        public Tensor gelu(Modules.GELU.Approximate approximate) => Aten.gelu.Call(this, approximate.ToString());

        public Tensor celu() => celu(1.0);

        public Tensor elu(double alpha = 1) => elu(alpha, 1.0, 1.0);
    }
}
