using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Journal;

/// <summary>A search that takes no time: six decisions of five choices, drawn at random, scored at once.</summary>
internal sealed class InstantParts : IServices
{
    public static SearchSpec Spec(long trials, int window) => new()
    {
        Name = "instant",
        Space = "instant",
        Strategy = "instant",
        Estimator = "instant",
        Objective = new Objective("score", []),
        Budget = new Budget(trials),
        Window = window,
        Seed = 1,
    };

    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => (TPart)(object)(
            typeof(TPart) == typeof(ISearchSpace) ? new InstantSpace()
            : typeof(TPart) == typeof(IStrategy) ? new InstantStrategy()
            : new InstantEstimator());

    public void Check<TPart>(ComponentSpec component)
        where TPart : class
    {
    }

    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class => [];

    private sealed class InstantSpace : ISearchSpace
    {
        private static readonly ImmutableArray<string> Choices = ["0", "1", "2", "3", "4"];

        public DecisionSpace Decisions { get; } = new("instant", [.. Enumerable.Range(0, 6).Select(i => new Decision($"edge{i}", Choices))]);

        public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;

        public string Format(Architecture architecture) => architecture.Key;

        public Architecture Parse(string text) => throw new InputException(text);

        public ArchitectureCost Cost(Architecture architecture) => new(1, 1, 1);
    }

    /// <summary>Random search, as Optuna's sampler of the same name does it.</summary>
    private sealed class InstantStrategy : IStrategy
    {
        public WorkKind Kind => WorkKind.Trials;

        public StrategyStatus Status => StrategyStatus.Empty;

        public WorkItem? Propose(ProposalContext context)
        {
            var random = context.Random("instant");
            var values = ImmutableArray.CreateBuilder<int>(6);
            for (var i = 0; i < 6; i++)
            {
                values.Add(random.NextInt(5));
            }

            return new Trial(new Architecture("instant", values.MoveToImmutable()), Fidelity.Full);
        }

        public void Observe(Observation observation)
        {
        }

        public ImmutableArray<Architecture> Recommend(int count) => [];

        public void Save(IBufferWriter<byte> state)
        {
        }

        public void Restore(ReadOnlyMemory<byte> state)
        {
        }
    }

    private sealed class InstantEstimator : IEstimator
    {
        public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
        {
        }

        public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
            new Measurement().With("score", candidate.Number * 7919 % 101);

        public void Dispose()
        {
        }
    }
}
