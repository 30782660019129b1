using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>A call of a plugin's part: beside the actors, within a limit, and its faults told by the part's name.</summary>
internal static class PartCall
{
    /// <summary>Runs it. A call that does not return cannot be ended; its thread goes with the process.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failed">What a sentence says when it throws: who failed to do what.</param>
    /// <param name="late">What a sentence says when it does not return: who did not do what.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StrategyFault">It threw, or did not return within the limit.</exception>
    public static async Task<T> RunAsync<T>(Func<T> call, string failed, string late, TimeSpan limit, TimeProvider time)
    {
        var running = Task.Run(call);
        try
        {
            return await running.WaitAsync(limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            throw new StrategyFault($"{late} within {limit.TotalSeconds:0} seconds.");
        }
        catch (Exception problem)
        {
            throw new StrategyFault($"{failed}: {problem.Message}", problem);
        }
    }
}
