using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>Perceptrons that were trained on the same trials from different first weights.</summary>
internal sealed class Ensemble
{
    /// <summary>Architectures that are computed side by side.</summary>
    private const int Batch = 32;

    private readonly ArchitectureCodes _codes;
    private readonly MlpShape _shape;
    private readonly float[][] _members;
    private readonly Mlp _mlp;

    private Ensemble(ArchitectureCodes codes, MlpShape shape, float[][] members, ImmutableArray<double> limits)
    {
        (_codes, _shape, _members, Limits) = (codes, shape, members, limits);
        _mlp = new Mlp(shape, Batch);
    }

    /// <summary>The limits on what only a trial measures, in the units of their outputs.</summary>
    public ImmutableArray<double> Limits { get; }

    /// <summary>An ensemble that learnt from some trials; untrained without any.</summary>
    /// <param name="codes">The codes of the space.</param>
    /// <param name="trials">What it learns from.</param>
    /// <param name="limits">Number of limits on what only a trial measures; each has an output beside that of the score.</param>
    /// <param name="options">Sizes and training.</param>
    /// <param name="seed">The search's seed.</param>
    public static Ensemble Train(ArchitectureCodes codes, ImmutableArray<Outcome> trials, int limits, BananasOptions options, ulong seed)
    {
        var shape = new MlpShape(codes.Length, options.Layers, options.Width, 1 + limits);
        int[][] inputs = [.. trials.Select(one => codes.Of(one.Architecture))];
        SlackTargets[] slacks = [.. Enumerable.Range(0, limits).Select(limit => SlackTargets.Of(trials, limit))];
        float[][] targets =
        [
            Single(Targets.Of([.. trials.Select(one => one.Score)], options.Ranked)),
            .. slacks.Select((one, limit) => WithGaps(one, trials, limit)),
        ];
        return new Ensemble(
            codes,
            shape,
            [
                .. Enumerable.Range(0, options.Ensemble).Select(member => options.Training.Fit(
                    shape, inputs, targets, RandomSource.For(seed, trials.Length, FormattableString.Invariant($"ensemble {member}")))),
            ],
            [.. slacks.Select(one => one.Limit)]);
    }

    /// <summary>
    /// What each member says of some architectures: for each a row per output, first the score, then where it stands to each limit.
    /// </summary>
    public double[][][] Predict(IReadOnlyList<Architecture> architectures)
    {
        double[][][] says = [.. architectures.Select(_ => Rows())];
        int[][] codes = [.. architectures.Select(_codes.Of)];
        for (var at = 0; at < codes.Length; at += Batch)
        {
            var batch = codes.AsSpan(at, Math.Min(Batch, codes.Length - at));
            for (var member = 0; member < _members.Length; member++)
            {
                _mlp.Forward(_members[member], batch);
                for (var i = 0; i < batch.Length * _shape.Outputs; i++)
                {
                    var (sample, output) = Math.DivRem(i, _shape.Outputs);
                    says[at + sample][output][member] = _mlp.Output(output, sample);
                }
            }
        }

        return says;
    }

    private double[][] Rows() => [.. Enumerable.Range(0, _shape.Outputs).Select(_ => new double[_members.Length])];

    private static float[] Single(double[] targets) => [.. targets.Select(target => (float)target)];

    /// <summary>The targets with NaN for the trials that were not measured.</summary>
    private static float[] WithGaps(SlackTargets slacks, ImmutableArray<Outcome> trials, int limit)
    {
        var next = 0;
        return [.. trials.Select(one => double.IsFinite(one.Slacks[limit]) ? (float)slacks.Targets[next++] : float.NaN)];
    }
}
