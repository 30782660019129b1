using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.TfNas;

/// <summary>
/// The three freedoms of a space (TF-NAS, arXiv 2008.05314, section 3), told by its form: a choice that has an order and that others
/// depend on is a depth, one that has an order and that nothing depends on a width, one without an order an operation.
/// </summary>
internal sealed class Freedoms
{
    private readonly ImmutableHashSet<string> _depths;

    public Freedoms(DecisionSpace space)
    {
        Space = space;
        var needed = space.Decisions.Select(decision => decision.When?.Decision).OfType<int>().ToHashSet();
        _depths =
        [
            .. space.Decisions.Where((decision, number) => decision.Ordered && needed.Contains(number)).Select(decision => decision.Name),
        ];
        Widths = [.. Enumerable.Range(0, space.Decisions.Length).Where(number => IsWidth(space.Decisions[number]))];
        var stages = space.Decisions.Select(decision => decision.Name.Split('.')[0]).Distinct(StringComparer.Ordinal).ToArray();
        Stages = [.. Widths.Select(number => Array.IndexOf(stages, space.Decisions[number].Name.Split('.')[0]))];
    }

    /// <summary>The decisions.</summary>
    public DecisionSpace Space { get; }

    /// <summary>Numbers of the widths, ascending.</summary>
    public ImmutableArray<int> Widths { get; }

    /// <summary>The stage of each width, ascending: decisions whose names begin with the same word.</summary>
    public ImmutableArray<int> Stages { get; }

    public bool IsDepth(Decision decision) => _depths.Contains(decision.Name);

    public bool IsWidth(Decision decision) => decision.Ordered && !IsDepth(decision);

    /// <summary>The choice of a width at a position between the narrowest, 0, and the widest, 1.</summary>
    public static int Choice(Decision width, double position) => (int)Math.Round(position * (width.Count - 1));
}
