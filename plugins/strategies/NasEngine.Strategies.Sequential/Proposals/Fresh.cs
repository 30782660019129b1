using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// The architectures that may be proposed now, in canonical form: within the limits on known costs, neither tried nor pending.
/// </summary>
/// <param name="space">The space.</param>
/// <param name="limits">The limits.</param>
/// <param name="history">What was tried.</param>
/// <param name="pending">What is pending, in canonical form.</param>
internal sealed class Fresh(ISearchSpace space, Limits limits, History history, IReadOnlySet<Architecture> pending)
{
    /// <summary>Architectures drawn uniformly before it goes towards the limits instead.</summary>
    private const int Draws = 2_000;

    /// <summary>Mutations on the way to the limits, and then within them.</summary>
    private const int Steps = 20_000;

    /// <summary>Whether a canonical architecture may be proposed.</summary>
    public bool Admits(Architecture canonical) => IsNew(canonical) && limits.Violation(canonical) == 0;

    /// <summary>The canonical forms of those that may be proposed, each once.</summary>
    public IEnumerable<Architecture> Among(IEnumerable<Architecture> architectures) =>
        architectures.Select(space.Canonical).Distinct().Where(Admits);

    /// <summary>
    /// One drawn uniformly, or where draws turn up none, one that mutations lead to which never miss the limits by more; null when
    /// all that it meets within the limits are tried or pending.
    /// </summary>
    /// <exception cref="InputException">Nothing was tried, and it meets nothing within the limits.</exception>
    public Architecture? Draw(RandomSource random)
    {
        var (nearest, least) = ((Architecture?)null, double.PositiveInfinity);
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = space.Canonical(space.Decisions.Sample(random));
            var violation = limits.Violation(drawn);
            if (violation == 0 && IsNew(drawn))
            {
                return drawn;
            }

            (nearest, least) = nearest is null || violation < least ? (drawn, violation) : (nearest, least);
        }

        return Walk(nearest!, least, random);
    }

    private Architecture? Walk(Architecture from, double violation, RandomSource random)
    {
        for (var step = 0; step < Steps; step++)
        {
            var next = space.Canonical(space.Decisions.Mutate(from, random));
            var missed = limits.Violation(next);
            if (missed == 0 && IsNew(next))
            {
                return next;
            }

            (from, violation) = missed <= violation ? (next, missed) : (from, violation);
        }

        return violation == 0 || history.Outcomes.Count + pending.Count > 0 ? null : throw Nothing(violation);
    }

    private InputException Nothing(double missed)
    {
        string[] metrics = [.. limits.Known.Select(limit => limit.Metric).Distinct()];
        var (limit, them) = metrics.Length == 1 ? ("limit", "it") : ("limits", "them");
        return new InputException(string.Create(
            CultureInfo.InvariantCulture,
            $"no architecture of space '{space.Decisions.Id}' within the {limit} on {string.Join(" and ", metrics)} was found in "
            + $"{Draws:N0} random draws and {Steps:N0} steps towards {them}; the nearest misses {them} by {missed:P1}: "
            + $"raise the {limit} or search another space."));
    }

    private bool IsNew(Architecture canonical) => !history.Holds(canonical) && !pending.Contains(canonical);
}
