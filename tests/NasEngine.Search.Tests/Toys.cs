using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

internal sealed class ToySpace : ISearchSpace
{
    public DecisionSpace Decisions { get; } = new("toy", [new Decision("a", ["0", "1", "2", "3"]), new Decision("b", ["0", "1", "2"])]);

    public Func<Architecture, string> Network { get; init; } = architecture => architecture.Key;

    public string NetworkOf(Architecture architecture) => Network(architecture);

    public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

    public string Format(Architecture architecture) => architecture.Key;

    public Architecture Parse(string text) => throw new InputException(text);

    public ArchitectureCost Cost(Architecture architecture) => new(1, 1, 1);
}

/// <summary>Proposes by chance and by what it saw last; remembers the calls made to it.</summary>
internal sealed class ToyStrategy : IStrategy
{
    private long _seen;

    public List<string> Calls { get; } = [];

    public List<Observation> Told { get; } = [];

    public Func<ProposalContext, WorkItem?>? Instead { get; init; }

    public WorkKind Works { get; init; }

    public ImmutableArray<long>? MayStartFrom { get; init; }

    public WorkKind Kind => Works;

    public ImmutableArray<long>? Wanted => MayStartFrom;

    public StrategyStatus Status => StrategyStatus.Empty;

    public WorkItem? Propose(ProposalContext context)
    {
        Calls.Add($"propose {context.Number} with {context.Pending.Length} pending after {_seen}");
        if (Instead is { } other)
        {
            return other(context);
        }

        var random = context.Random("toy");
        return new Trial(new Architecture("toy", [random.NextInt(4), (int)(_seen % 3)]), Fidelity.Full);
    }

    public void Observe(Observation observation)
    {
        Calls.Add($"observe {observation.Candidate.Number}");
        Told.Add(observation);
        _seen = ((_seen * 31) + observation.Candidate.Number + 1) % 1_000_003;
    }

    public ImmutableArray<Architecture> Recommend(int count) => [];

    public void Save(IBufferWriter<byte> state)
    {
    }

    public void Restore(ReadOnlyMemory<byte> state)
    {
    }
}

internal static class Toy
{
    public static Objective Objective { get; } = new("score", []);

    public static ImmutableSortedDictionary<string, ImmutableArray<double>> NoAlphas { get; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);

    public static SearchSpec Spec(int window = 4, long budget = 20, bool deterministic = true) => new()
    {
        Name = "toy",
        Space = "toy",
        Strategy = "toy",
        Estimator = "toy",
        Objective = Objective,
        Budget = new Budget(budget),
        Window = window,
        Deterministic = deterministic,
        Seed = 11,
    };

    public static Measurement Score(double value) => new Measurement().With("score", value);

    /// <summary>Runs a whole search; results arrive in an order drawn by chance, some of them together.</summary>
    public static (SearchState State, List<SearchEvent> Journal) Run(
        SearchSpec spec, ToyStrategy strategy, RandomSource arrivals, Func<long, Measurement>? measure = null, ToySpace? space = null)
    {
        measure ??= number => Score(number % 7);
        space ??= new ToySpace();
        var state = new SearchState(spec);
        var journal = new List<SearchEvent>();
        while (true)
        {
            var turn = Turn.Take(state, strategy, space, Toy.Objective);
            journal.AddRange(turn.Events);
            state = turn.State;
            var running = state.Unmeasured.ToArray();
            if (running.Length == 0)
            {
                return (state, journal);
            }

            arrivals.Shuffle(running.AsSpan());
            foreach (var candidate in running.Take(1 + arrivals.NextInt(running.Length)))
            {
                var measured = new Measured(candidate.Number, measure(candidate.Number));
                journal.Add(measured);
                state = state.Apply(measured);
            }
        }
    }
}
