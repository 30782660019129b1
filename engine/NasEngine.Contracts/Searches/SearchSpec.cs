namespace NasEngine.Contracts;

/// <summary>Everything that defines a search. Two searches with equal specs on equal plugins and data are equal.</summary>
public sealed record SearchSpec
{
    /// <summary>Name in the workspace; see <see cref="SearchName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The space.</summary>
    public required ComponentSpec Space { get; init; }

    /// <summary>The strategy.</summary>
    public required ComponentSpec Strategy { get; init; }

    /// <summary>The data, or null where the estimator needs none.</summary>
    public ComponentSpec? Data { get; init; }

    /// <summary>
    /// Who measures candidates, unnamed for the one that serves the strategy's kind of work; its inner ones
    /// (<see cref="ComponentSpec.Inner"/>) measure trials whose fidelity names them.
    /// </summary>
    public required ComponentSpec Estimator { get; init; }

    /// <summary>What happens with the winners, or null to leave them as they are.</summary>
    public FinalSpec? Final { get; init; }

    /// <summary>
    /// Who measures latency, where the objective or the winners want it; unnamed for the one that serves <see cref="Need.Latency"/>.
    /// </summary>
    public ComponentSpec Profiler { get; init; } = ComponentSpec.Unnamed;

    /// <summary>
    /// What knows costs beside those that are counted, such as a table of latencies, and by its inner ones further costs; null for
    /// none.
    /// </summary>
    public ComponentSpec? Costs { get; init; }

    /// <summary>What it is for.</summary>
    public required ObjectiveSpec Objective { get; init; }

    /// <summary>How much it may spend.</summary>
    public required Budget Budget { get; init; }

    /// <summary>Where all random numbers come from.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Candidates in flight, at least 1. Candidate n is proposed after result n − <see cref="Window"/> was observed, so
    /// a deterministic search does not depend on the number of workers. A supernet search has 1.
    /// </summary>
    public int Window { get; init; } = 1;

    /// <summary>Results are applied in the order of candidates, not of arrival.</summary>
    public bool Deterministic { get; init; } = true;

    /// <summary>
    /// Where tensors live: <c>cpu</c>, <c>cuda:0</c>. Empty in a recipe leaves it to the program, which writes down what it chose.
    /// </summary>
    public string Device { get; init; } = "cpu";

    /// <summary>
    /// Threads of a worker; part of the spec since sums depend on it in the last bit. 0 in a recipe leaves it to the
    /// program, which writes down what it chose.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// Which machines may do what. Where trials, steps and winners are worked on is no part of what a search is, and may be another when it
    /// goes on; where latencies are measured is.
    /// </summary>
    public WorkPlaces Places { get; init; } = WorkPlaces.Anywhere;
}
