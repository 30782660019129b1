namespace NasEngine.Contracts;

/// <summary>The families of methods.</summary>
public enum WorkKind
{
    /// <summary>Multi-trial: proposes <see cref="Trial"/>s.</summary>
    Trials,

    /// <summary>Weight-sharing: proposes <see cref="SupernetStep"/>s, one at a time.</summary>
    SupernetSteps,

    /// <summary>Proposes steps of a supernet and trials in turn, one at a time: trials may be slices of the supernet.</summary>
    Both,
}

/// <summary>What kinds of work have in common.</summary>
public static class WorkKinds
{
    /// <summary>Whether it takes a supernet, whose state goes from one candidate to the next: one candidate at a time.</summary>
    public static bool HasSupernet(this WorkKind kind) => kind != WorkKind.Trials;
}
