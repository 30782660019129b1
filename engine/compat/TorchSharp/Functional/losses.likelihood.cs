using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor poisson_nll_loss(
                Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f,
                Reduction reduction = Reduction.Mean) =>
                Aten.poisson_nll_loss.Call(input, target, log_input, full, (double)eps, (long)reduction);

            public static Tensor ctc_loss(
                Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false,
                Reduction reduction = Reduction.Mean) =>
                Aten.ctc_loss_Tensor.Call(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            /// <summary>
            /// ½·(log σ² + (input − target)²/σ²), summed over all features of a sample, as TorchSharp does; the variance has
            /// one value per feature or one per sample and counts as eps at least.
            /// </summary>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var samples = input.shape[0];
                var (x, y, spread) = (input.view(samples, -1), target.view(samples, -1), variance.view(samples, -1));
                if (spread.shape[1] != x.shape[1] && spread.shape[1] != 1) throw new ArgumentException("variance has the wrong shape");
                if (spread.lt(0).any().ToBoolean()) throw new ArgumentException("variance has negative entry/entries");
                spread = spread.clone();
                using (no_grad()) spread.clamp_(eps);
                var loss = 0.5 * (spread.log() + ((x - y).square() / spread)).view(samples, -1).sum(1);
                if (full) loss = loss + (0.5 * x.shape[1] * Math.Log(2 * Math.PI));
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }
        }
    }
}
