using System.Collections.Immutable;

namespace NasEngine.Strategies.Sequential;

/// <summary>Where trials stand to a limit, as targets of a process.</summary>
/// <param name="Points">Values of the architectures that were measured.</param>
/// <param name="Targets">What was measured; standardised together with the limit.</param>
/// <param name="Limit">The limit, in the same units.</param>
internal sealed record SlackTargets(int[][] Points, double[] Targets, double Limit)
{
    /// <summary>Those of a limit, by its place among the slacks.</summary>
    public static SlackTargets Of(ImmutableArray<Outcome> trials, int limit)
    {
        Outcome[] measured = [.. trials.Where(one => double.IsFinite(one.Slacks[limit]))];
        var targets = Sequential.Targets.Standardised([.. measured.Select(one => one.Slacks[limit]), 0]);
        return new SlackTargets([.. measured.Select(one => one.Architecture.Values.ToArray())], targets[..^1], targets[^1]);
    }
}
