namespace NasEngine.Contracts;

/// <summary>The two families of methods.</summary>
public enum WorkKind
{
    /// <summary>Multi-trial: proposes <see cref="Trial"/>s.</summary>
    Trials,

    /// <summary>Weight-sharing: proposes <see cref="SupernetStep"/>s, one at a time.</summary>
    SupernetSteps,
}
