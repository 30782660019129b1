using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// Runs a replay beside, and gives up when one call of the strategy takes longer than it may: then the search ends with a
/// sentence instead of hanging. The call itself cannot be ended; its thread goes with the process.
/// </summary>
internal static class ReplayLimit
{
    /// <exception cref="StrategyFault">A call did not return within the limit.</exception>
    public static async Task<T> RunAsync<T>(string id, IStrategy strategy, Func<IStrategy, T> replay, TimeSpan limit, TimeProvider time)
    {
        var counted = new CountedStrategy(strategy);
        var replaying = Task.Run(() => replay(counted));
        while (true)
        {
            var calls = counted.Calls;
            try
            {
                return await replaying.WaitAsync(limit, time).ConfigureAwait(false);
            }
            catch (TimeoutException) when (!replaying.IsCompleted)
            {
                if (counted.Calls == calls)
                {
                    throw new StrategyFault(
                        $"Strategy '{id}' did not return within {limit.TotalSeconds:0} seconds when it was brought to where the "
                        + "search had come.");
                }
            }
        }
    }

    /// <summary>Counts the calls.</summary>
    private sealed class CountedStrategy(IStrategy strategy) : IStrategy
    {
        private long _calls;

        public long Calls => Interlocked.Read(ref _calls);

        public WorkKind Kind => strategy.Kind;

        public StrategyStatus Status => strategy.Status;

        public ImmutableArray<long>? Wanted => strategy.Wanted;

        public WorkItem? Propose(ProposalContext context)
        {
            Interlocked.Increment(ref _calls);
            return strategy.Propose(context);
        }

        public void Observe(Observation observation)
        {
            Interlocked.Increment(ref _calls);
            strategy.Observe(observation);
        }

        public ImmutableArray<Architecture> Recommend(int count) => strategy.Recommend(count);

        public void Save(IBufferWriter<byte> state) => strategy.Save(state);

        public void Restore(ReadOnlyMemory<byte> state)
        {
            Interlocked.Increment(ref _calls);
            strategy.Restore(state);
        }
    }
}
