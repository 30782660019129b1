namespace NasEngine.Strategies.Sequential;

/// <summary>
/// The parents of NSGA-II (Deb et al., 2002, section III-C): the first trials, then whenever there are as many new ones as parents, the
/// best of both by the crowded comparison.
/// </summary>
internal sealed class Generations(int size)
{
    private readonly List<Outcome> _offspring = [];

    /// <summary>The parents, best first; empty before the first generation is full.</summary>
    public IReadOnlyList<Ranked> Parents { get; private set; } = [];

    /// <summary>How many generations of parents there were.</summary>
    public int Count { get; private set; }

    /// <summary>Takes note of a trial that has values.</summary>
    public void Add(Outcome outcome)
    {
        _offspring.Add(outcome);
        if (_offspring.Count == size)
        {
            Outcome[] all = [.. Parents.Select(parent => parent.Outcome), .. _offspring];
            Outcome[] best = [.. Ranked.Order(all).Take(size).Select(one => one.Outcome)];
            Parents = Ranked.Order(best);
            Count++;
            _offspring.Clear();
        }
    }
}
