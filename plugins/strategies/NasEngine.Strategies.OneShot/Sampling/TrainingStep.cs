using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>The steps that train the shared weights.</summary>
/// <param name="options">How paths are drawn.</param>
/// <param name="space">The space.</param>
internal sealed class TrainingStep(SinglePathOptions options, DecisionSpace space)
{
    private readonly Architecture _largest = space.Architecture([.. space.Decisions.Select(decision => decision.Count - 1)]);
    private readonly Architecture _smallest = space.Architecture([.. space.Decisions.Select(_ => 0)]);

    /// <summary>A step on freshly drawn paths.</summary>
    public SupernetStep Draw(RandomSource random)
    {
        var paths = options.Sampling == PathSampling.Fair
            ? FairPaths.Draw(space, options.Samples, random)
            : [.. Enumerable.Range(0, options.Samples).Select(_ => space.Sample(random))];
        return options.Sandwich ? Step("sandwich", [_largest, _smallest, .. paths]) : Step("uniform", paths);
    }

    private static SupernetStep Step(string rule, ImmutableArray<Architecture> paths) =>
        new(rule, ImmutableArray<Route>.CastUp(paths), [], SupernetStep.NoSettings);
}
