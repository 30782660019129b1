namespace NasEngine.Networks;

/// <summary>How many rounds things are timed in.</summary>
/// <param name="Least">So many in any case.</param>
/// <param name="Most">So many at most.</param>
/// <param name="Enough">After so long no more than the least.</param>
internal readonly record struct TimedRounds(int Least, int Most, TimeSpan Enough)
{
    /// <summary>A number of rounds, whatever they take.</summary>
    public static TimedRounds Of(int rounds) => new(rounds, rounds, TimeSpan.Zero);

    /// <summary>
    /// For whole networks: up to four times as many as for operations, within a minute. Sums over a hundred operations even out what
    /// disturbs one of them, and one network has nothing to even out with.
    /// </summary>
    public static TimedRounds OfNetworks(int rounds) => new(rounds, 4 * rounds, TimeSpan.FromMinutes(1));

    /// <summary>Whether there is another round.</summary>
    /// <param name="done">Rounds that are done.</param>
    /// <param name="taken">What they took.</param>
    public bool GoOn(int done, TimeSpan taken) => done < Least || (done < Most && taken < Enough);
}
