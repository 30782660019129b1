using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Bayesian optimisation towards a Pareto front (qLogEHVI: Daulton et al., NeurIPS 2020, arXiv 2006.05078; Ament et al., NeurIPS 2023,
/// arXiv 2310.20708): a Gaussian process for each axis that only a trial measures, costs that are known as they are, and the architecture
/// whose expected hypervolume improvement is largest. With one axis it is LogEI.
/// </summary>
/// <remarks>
/// What was tried counts as it is believed to be, so that noise of single trials does not bend the front; the hypervolume is over a tenth
/// below the worst that keeps to the limits, which leaves both ends of the front something to gain. Kernels are fitted by marginal
/// likelihood whenever there are a quarter more trials. A trial that failed by its own fault counts as the worst on every axis.
/// </remarks>
internal sealed class HypervolumeStrategy(HypervolumeOptions options, StrategySetup setup)
    : FrontStrategy("qlogehvi", options.Initial, setup)
{
    private const int MostFitted = 100;

    private (int Trials, ImmutableArray<HammingKernel> Axes, ImmutableArray<HammingKernel> Limits)? _fitted;

    /// <inheritdoc/>
    protected override Architecture? Choose(ProposalContext context, Fresh fresh, IReadOnlyList<Architecture> pending)
    {
        var trials = ModelledTrials.AtMost(Modelled(int.MaxValue), options.Points);
        var axes = Axes(trials);
        ImmutableArray<double[]> tried = [.. trials.Where(one => one.IsFeasible)
            .Select(one => axes.Select(axis => axis.Mean(one.Architecture)).ToArray())];
        var worth = new FrontModel(axes, tried, Slacks(trials)).Worth(pending, options.Samples, context.Random("pending"));
        var good = trials.Where(one => one.IsFeasible).ToArray();
        var near = good.Length == 0 ? trials : [.. Ranked.Order(good).Where(one => one.Front == 0).Select(one => one.Outcome)];
        return new AcquisitionSearch(Setup.Space.Decisions, fresh, worth, context.Random("acquisition"))
            .Best(near.Select(one => one.Architecture), options.Draws);
    }

    /// <inheritdoc/>
    protected override void Forget() => _fitted = null;

    /// <summary>The first trials that a model learns from, those that failed by their own fault as the worst there were.</summary>
    private ImmutableArray<Outcome> Modelled(int count)
    {
        Outcome[] first = [.. History.Outcomes.Where(ModelledTrials.Holds).Take(count)];
        Outcome[] measured = [.. first.Where(one => one.IsMeasured)];
        return [.. first.Select(one => one.IsMeasured ? one : one with
        {
            Values = [.. measured[0].Values.Select((_, axis) => measured.Min(other => other.Values[axis]))],
            Violation = double.PositiveInfinity,
        })];
    }

    private ImmutableArray<AxisProcess> Axes(ImmutableArray<Outcome> trials)
    {
        var kernels = Fitted().Axes;
        int[][] points = [.. trials.Select(one => one.Architecture.Values.ToArray())];
        return
        [
            .. Setup.Objective.Axes.Select((axis, place) =>
            {
                var values = trials.Select(one => one.Values[place]).ToArray();
                return Setup.Costs.Knows(axis.Metric)
                    ? (AxisProcess)new KnownAxis(Scaled(axis, values))
                    : new MeasuredAxis(new GaussianProcess(kernels[place], points, Targets.Standardised(values)));
            }),
        ];
    }

    private Func<Architecture, double> Scaled(ObjectiveAxis axis, double[] values)
    {
        var (sign, mean) = (axis.Direction == Direction.Maximize ? 1 : -1, values.Average());
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return architecture => ((sign * Setup.Costs.Cost(axis.Metric, architecture)) - mean) / (deviation > 0 ? deviation : 1);
    }

    private ImmutableArray<(GaussianProcess Process, double Limit)> Slacks(ImmutableArray<Outcome> trials) =>
    [
        .. Fitted().Limits.Select((kernel, limit) => (Kernel: kernel, Slacks: SlackTargets.Of(trials, limit)))
            .Where(one => one.Slacks.Points.Length > 0)
            .Select(one => (new GaussianProcess(one.Kernel, one.Slacks.Points, one.Slacks.Targets), one.Slacks.Limit)),
    ];

    private (int Trials, ImmutableArray<HammingKernel> Axes, ImmutableArray<HammingKernel> Limits) Fitted()
    {
        var count = SurrogateKernels.FittedTo(History.Outcomes.Count(ModelledTrials.Holds));
        if (_fitted?.Trials != count)
        {
            var trials = Modelled(count) is var first && first.Any(one => one.IsMeasured) ? ModelledTrials.AtMost(first, MostFitted) : [];
            int[][] points = [.. trials.Select(one => one.Architecture.Values.ToArray())];
            var decisions = Setup.Space.Decisions.Decisions.Length;
            HammingKernel Fit(int[][] at, double[] targets) => SurrogateKernels.Fit(at, targets, decisions);
            _fitted = (
                count,
                [.. Setup.Objective.Axes.Select((axis, place) => Setup.Costs.Knows(axis.Metric)
                    ? HyperparameterFit.Prior(decisions)
                    : Fit(points, Targets.Standardised([.. trials.Select(one => one.Values[place])])))],
                [
                    .. Limits.Measured.Select((_, limit) => SlackTargets.Of(trials, limit))
                        .Select(slacks => Fit(slacks.Points, slacks.Targets)),
                ]);
        }

        return _fitted.Value;
    }
}
