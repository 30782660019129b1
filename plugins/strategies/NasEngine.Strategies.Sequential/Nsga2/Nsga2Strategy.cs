using NasEngine.Contracts;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// NSGA-II (Deb, Pratap, Agarwal and Meyarivan, "A fast and elitist multiobjective genetic algorithm", 2002) over the axes of the
/// objective's Pareto front: children of winners of binary tournaments, and of parents and children the best half lives on.
/// </summary>
/// <remarks>
/// It never waits: while a generation is incomplete, children of the parents so far are proposed. Crossover is uniform over the
/// decisions. Limits come before everything: whoever misses them by less dominates.
/// </remarks>
internal sealed class Nsga2Strategy(Nsga2Options options, StrategySetup setup) : FrontStrategy("nsga2", options.Population, setup)
{
    /// <summary>Children for one that may be proposed.</summary>
    private const int Tries = 100;

    private Generations _generations = new(options.Population);
    private int _seen;

    /// <inheritdoc/>
    public override StrategyStatus Status
    {
        get
        {
            var status = base.Status;
            return status with { Scalars = status.Scalars.Add("generation", Current().Count) };
        }
    }

    /// <inheritdoc/>
    protected override Architecture? Choose(ProposalContext context, Fresh fresh, IReadOnlyList<Architecture> pending)
    {
        var parents = Current().Parents;
        var random = context.Random("child");
        return parents.Count == 0 ? null : fresh.Among(Enumerable.Range(0, Tries).Select(_ => Child(parents, random))).FirstOrDefault();
    }

    /// <inheritdoc/>
    protected override void Forget() => (_generations, _seen) = (new Generations(options.Population), 0);

    private Generations Current()
    {
        for (; _seen < History.Outcomes.Count; _seen++)
        {
            if (History.Outcomes[_seen].IsMeasured)
            {
                _generations.Add(History.Outcomes[_seen]);
            }
        }

        return _generations;
    }

    private Architecture Child(IReadOnlyList<Ranked> parents, RandomSource random)
    {
        var decisions = Setup.Space.Decisions;
        var mother = Winner(parents, random);
        var child = random.NextDouble() < options.Crossover ? decisions.Cross(mother, Winner(parents, random), random) : mother;
        var chance = Math.Min(1, options.Mutations / decisions.Decisions.Length);
        foreach (var _ in decisions.Decisions.Where(_ => random.NextDouble() < chance))
        {
            child = decisions.Mutate(child, random);
        }

        return child;
    }

    private static Architecture Winner(IReadOnlyList<Ranked> parents, RandomSource random)
    {
        var (one, other) = (parents[random.NextInt(parents.Count)], parents[random.NextInt(parents.Count)]);
        return (other.Beats(one) ? other : one).Outcome.Architecture;
    }
}
