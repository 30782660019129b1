using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>What a search keeps in memory does not grow with what it has done.</summary>
public sealed class MemoryTests
{
    private const int Candidates = 3000;
    private const int Window = 4;

    /// <summary>In flight, the best trials, and what actors and threads hold of the messages of this moment.</summary>
    private const int Bound = Window + Search.Leaders.Kept + 40;

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task Of_many_candidates_a_search_holds_the_best_and_those_in_flight(WorkKind kind)
    {
        var (seen, alive) = (new List<WeakReference>(), -1);
        var parts = new ToyParts
        {
            BeforeTraining = candidate =>
            {
                lock (seen)
                {
                    seen.Add(new WeakReference(candidate.Work));
                    if (candidate.Number == Candidates - 1)
                    {
                        GC.Collect();
                        alive = seen.Count(one => one.IsAlive);
                    }
                }
            },
        };
        var runner = new SearchRunner(
            Path.GetTempPath(), (spec, _) => new InProcessWorker(spec, parts), new RunSettings { Workers = 2 }, NoObserver.Instance,
            TimeProvider.System);

        await runner.RunInMemoryAsync(PreparedSearch.From(ToyParts.Spec(kind, Candidates, Window), parts), new Forgetting(), default);

        seen.Should().HaveCountGreaterThanOrEqualTo(Candidates);
        alive.Should().BeInRange(1, Bound);
    }

    /// <summary>A disk, as far as memory goes.</summary>
    private sealed class Forgetting : IEventLog
    {
        public void Append(Commit commit)
        {
        }

        public IEnumerable<(Candidate Candidate, Measurement Measurement)> StepsAfter(long number) => [];
    }
}
