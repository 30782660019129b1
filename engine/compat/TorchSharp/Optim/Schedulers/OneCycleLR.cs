namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler OneCycleLR(
                Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25,
                double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Up to the largest rate and down again, the momentum the other way round (Smith, arXiv 1708.07120).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly List<Phase> _phases;
                    private readonly int _total;
                    private readonly bool _cosine;
                    private readonly bool _momentum;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (pct_start is < 0 or > 1)
                            throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        if (cycle_momentum && optimizer is not (IMomentum or IBetas))
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        _total = total_steps > 0 ? total_steps : epochs * steps_per_epoch;
                        if (_total <= 0 || (total_steps <= 0 && (epochs <= 0 || steps_per_epoch <= 0)))
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        _cosine = anneal_strategy == AnnealStrategy.Cos;
                        _momentum = cycle_momentum;
                        double first = max_lr / div_factor, last = first / final_div_factor, end = _total - 1;
                        var up = new Phase((pct_start * _total) - 1, first, max_lr, max_momentum, base_momentum);
                        _phases = three_phase
                            ? [
                                up,
                                new Phase((2 * pct_start * _total) - 2, max_lr, first, base_momentum, max_momentum),
                                new Phase(end, first, last, max_momentum, max_momentum),
                            ]
                            : [up, new Phase(end, max_lr, last, base_momentum, max_momentum)];
                        step();
                    }

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > _total)
                            throw new InvalidOperationException(
                                $"Tried to step {_last_epoch + 1} times. The specified number of total steps is {_total}");
                        var at = Math.Max(0, _phases.FindIndex(phase => _last_epoch <= phase.End));
                        if (_last_epoch > _phases[^1].End) at = _phases.Count - 1;
                        var phase = _phases[at];
                        var start = at == 0 ? 0 : _phases[at - 1].End;
                        var share = (_last_epoch - start) / (phase.End - start);
                        if (_momentum) SetMomentum(Anneal(phase.FromMomentum, phase.ToMomentum, share));
                        var rate = Anneal(phase.FromRate, phase.ToRate, share);
                        return _base_lrs.Select(_ => rate);
                    }

                    private double Anneal(double from, double to, double share) => _cosine
                        ? to + ((from - to) / 2.0 * (Math.Cos(Math.PI * share) + 1))
                        : ((to - from) * share) + from;

                    private void SetMomentum(double value)
                    {
                        foreach (var group in _optimizer.ParamGroups)
                        {
                            if (group is IBetas adaptive)
                                adaptive.Betas = (value, adaptive.Betas.Item2);
                            else if (group is IMomentum plain)
                                plain.Momentum = value;
                        }
                    }

                    private sealed record Phase(double End, double FromRate, double ToRate, double FromMomentum, double ToMomentum);
                }
            }
        }
    }
}
