namespace NasEngine.Host.Planning;

/// <summary>
/// How long a training of many epochs takes, from two short ones: what they have in common, such as the measuring of its end, and what
/// an epoch adds. Pure but for what it calls.
/// </summary>
internal static class TimedTraining
{
    /// <summary>Seconds between two trainings from which their difference is believed.</summary>
    private const double Enough = 0.5;

    private const double Shortest = 0.01;
    private const double Growth = 3;

    /// <summary>Seconds of a training of so many epochs.</summary>
    /// <param name="epochs">The epochs.</param>
    /// <param name="train">Trains for some epochs and says how many seconds that took.</param>
    public static async Task<double> SecondsAsync(double epochs, Func<double, Task<double>> train)
    {
        var least = Math.Min(epochs, Shortest);
        await train(least).ConfigureAwait(false); // The first of all compiles and reads.
        var first = await train(least).ConfigureAwait(false);
        var (most, last) = (least, first);
        while (most < epochs && last - first < Enough)
        {
            most = Math.Min(epochs, most * Growth);
            last = await train(most).ConfigureAwait(false);
        }

        return most < epochs ? first + (Math.Max(0, last - first) * (epochs - least) / (most - least)) : last;
    }
}
