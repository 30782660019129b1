using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>The steps that train the shared weights.</summary>
/// <param name="sampling">How paths are drawn.</param>
/// <param name="samples">How many.</param>
/// <param name="sandwich">Whether the largest and the smallest path are trained too, the others by distillation.</param>
/// <param name="space">The space.</param>
/// <param name="limits">What feasible paths keep to.</param>
internal sealed class TrainingStep(PathSampling sampling, int samples, bool sandwich, DecisionSpace space, Limits limits)
{
    private readonly Architecture _largest = Extreme(space, decision => decision.Count - 1);
    private readonly Architecture _smallest = Extreme(space, _ => 0);

    /// <summary>A step on freshly drawn paths.</summary>
    public SupernetStep Draw(RandomSource random)
    {
        ImmutableArray<Architecture> paths = sampling == PathSampling.Fair
            ? FairPaths.Draw(space, samples, random)
            : [.. Enumerable.Range(0, samples).Select(_ => One(random))];
        return sandwich ? Step("sandwich", [_largest, _smallest, .. paths]) : Step("uniform", paths);
    }

    private Architecture One(RandomSource random) =>
        sampling == PathSampling.Feasible ? FeasiblePath.Draw(space, limits, random) : space.Sample(random);

    private static Architecture Extreme(DecisionSpace space, Func<Decision, int> choice) =>
        space.Architecture([.. space.Decisions.Select(choice)]);

    private static SupernetStep Step(string rule, ImmutableArray<Architecture> paths) =>
        new(rule, ImmutableArray<Route>.CastUp(paths), [], SupernetStep.NoSettings);
}
