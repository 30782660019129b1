namespace NasEngine.Strategies.Probabilistic;

/// <summary>How the cost targets of an objective are kept to.</summary>
internal enum CostConstraint
{
    /// <summary>The expected cost comes to its target or stays under it: <see cref="Multipliers"/>.</summary>
    Expected,

    /// <summary>Each sampled path over its target is penalised: <see cref="CostPenalty"/>.</summary>
    Paths,
}
