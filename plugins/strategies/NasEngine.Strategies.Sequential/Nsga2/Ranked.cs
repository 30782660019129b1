namespace NasEngine.Strategies.Sequential;

/// <summary>A trial with what the crowded comparison goes by.</summary>
/// <param name="Outcome">The trial.</param>
/// <param name="Front">Number of its front, from 0.</param>
/// <param name="Crowding">Its crowding distance there.</param>
internal sealed record Ranked(Outcome Outcome, int Front, double Crowding)
{
    /// <summary>
    /// The trials, best first by the crowded comparison (Deb et al., 2002, section III-B): front by front, the least crowded first.
    /// </summary>
    public static Ranked[] Order(IReadOnlyList<Outcome> outcomes) =>
    [
        .. Domination.Fronts(outcomes).SelectMany((front, number) => Domination.Crowding(outcomes, front)
            .Select((distance, i) => new Ranked(outcomes[front[i]], number, distance)).OrderByDescending(one => one.Crowding)),
    ];

    /// <summary>Whether this wins a tournament against another.</summary>
    public bool Beats(Ranked other) => Front < other.Front || (Front == other.Front && Crowding > other.Crowding);
}
