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

            public static LRScheduler OneCycleLR(
                Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos,
                bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null,
                double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1,
                bool verbose = false) =>
                new impl.OneCycleLR(
                    optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                    base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Up to the largest rate and down again, the momentum the other way round (Smith, arXiv 1708.07120).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly List<List<Phase>> _phases;
                    private readonly int _total;
                    private readonly bool _cosine;
                    private readonly bool _momentum;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, optimizer.ParamGroups.Select(_ => max_lr), total_steps, epochs, steps_per_epoch, pct_start,
                            anneal_strategy, cycle_momentum, optimizer.ParamGroups.Select(_ => base_momentum),
                            optimizer.ParamGroups.Select(_ => max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>Every group goes to a largest rate, and between momenta, of its own.</summary>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
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
                        var low = base_momentum?.ToList() ?? _base_lrs.ConvertAll(_ => 0.85);
                        var high = max_momentum?.ToList() ?? _base_lrs.ConvertAll(_ => 0.95);
                        _phases = max_lr.Select((rate, group) => Phases(rate, low[group], high[group])).ToList();
                        if (_phases.Count != _base_lrs.Count)
                            throw new ArgumentException($"expected {_base_lrs.Count} values for max_lr, got {_phases.Count}");
                        step();

                        List<Phase> Phases(double most, double lowMomentum, double highMomentum)
                        {
                            double first = most / div_factor, last = first / final_div_factor, end = _total - 1;
                            var up = new Phase((pct_start * _total) - 1, first, most, highMomentum, lowMomentum);
                            return three_phase
                                ? [
                                    up,
                                    new Phase((2 * pct_start * _total) - 2, most, first, lowMomentum, highMomentum),
                                    new Phase(end, first, last, highMomentum, highMomentum),
                                ]
                                : [up, new Phase(end, most, last, lowMomentum, highMomentum)];
                        }
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
                        return _optimizer.ParamGroups.Zip(_phases, RateOf);
                    }

                    private double RateOf(ILearningRateController group, List<Phase> phases)
                    {
                        var at = _last_epoch > phases[^1].End ? phases.Count - 1 : phases.FindIndex(phase => _last_epoch <= phase.End);
                        var phase = phases[at];
                        var start = at == 0 ? 0 : phases[at - 1].End;
                        var share = (_last_epoch - start) / (phase.End - start);
                        if (_momentum) SetMomentum(group, Anneal(phase.FromMomentum, phase.ToMomentum, share));
                        return Anneal(phase.FromRate, phase.ToRate, share);
                    }

                    private double Anneal(double from, double to, double share) => _cosine
                        ? to + ((from - to) / 2.0 * (Math.Cos(Math.PI * share) + 1))
                        : ((to - from) * share) + from;

                    private static void SetMomentum(ILearningRateController group, double value)
                    {
                        if (group is IBetas adaptive)
                            adaptive.Betas = (value, adaptive.Betas.Item2);
                        else if (group is IMomentum plain)
                            plain.Momentum = value;
                    }

                    private sealed record Phase(double End, double FromRate, double ToRate, double FromMomentum, double ToMomentum);
                }
            }
        }
    }
}
