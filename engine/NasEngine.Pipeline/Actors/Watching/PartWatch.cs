using NasEngine.Search;

namespace NasEngine.Pipeline.Actors;

/// <summary>Calls of plugins' parts: beside the actors, within a limit, and their faults told by the part's name.</summary>
/// <param name="limit">How long one may say nothing.</param>
/// <param name="time">The clock.</param>
/// <param name="pauses">Says that none counts as silent now: one waits for the machine, to measure on it.</param>
internal sealed class PartWatch(TimeSpan limit, TimeProvider time, Func<bool>? pauses = null)
{
    private readonly Watchdog _watchdog = new(() => limit, time) { Pauses = pauses ?? (() => false) };

    /// <summary>Runs a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="part">Who is called, as the beginning of a sentence.</param>
    /// <param name="task">What it is to do, as in "failed to …"; null where there is no more to say than that it was called.</param>
    /// <exception cref="StrategyFault">It threw, or did not return within the limit.</exception>
    public async Task<T> RunAsync<T>(Func<T> call, string part, Func<string>? task = null)
    {
        try
        {
            return await _watchdog.RunAsync(_ => Task.Run(call), NoProgress.Instance).ConfigureAwait(false);
        }
        catch (StrategyFault)
        {
            throw;
        }
        catch (CallGivenUp late)
        {
            throw new StrategyFault($"{part} did not {task?.Invoke() ?? "return"} within {late.Limit.TotalSeconds:0} seconds.");
        }
        catch (Exception problem)
        {
            throw new StrategyFault($"{part} failed{(task is null ? "" : $" to {task()}")}: {problem.Message}", problem);
        }
    }
}
