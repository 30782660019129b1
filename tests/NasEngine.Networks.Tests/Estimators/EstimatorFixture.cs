using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>Estimators on the toy space and a small data set in memory.</summary>
internal static class EstimatorFixture
{
    public static ToySpace Space { get; } = new();

    /// <summary>The mixture of all choices, each as much as the others.</summary>
    public static Mixture Everything { get; } = Space.Decisions.Decisions.Aggregate(Mixture.Of(Space.Decisions.Id), (one, decision) =>
        one.With(decision.Name, [.. Enumerable.Repeat(1.0 / decision.Count, decision.Count)]));

    public static T Create<T>(string id, object? options = null, ulong seed = 5, int threads = 1, ISearchSpace? space = null, IDataset? data = null)
        where T : class, IEstimator => Create<T>(id, Setup(seed, threads, space, data ?? new ToyData()), options);

    public static T Create<T>(string id, EstimatorSetup setup, object? options = null)
        where T : class, IEstimator => (T)Parts.BuiltIn.Create<IEstimator, EstimatorSetup>(new ComponentSpec(id, OptionBag.From(options)), setup);

    public static EstimatorSetup Setup(ulong seed = 5, int threads = 1, ISearchSpace? space = null, IDataset? data = null) =>
        new(space ?? Space, data ?? new ToyData(), seed, "cpu", threads, Parts.BuiltIn) { Budget = new Budget(1000) { Steps = 1000 } };

    public static Measurement Run(this IEstimator estimator, Candidate candidate)
    {
        estimator.Train(candidate, NoProgress.Instance, default);
        return estimator.Evaluate(candidate, NoProgress.Instance, default);
    }

    /// <summary>Step n: three paths to train and two to validate, drawn by its number.</summary>
    public static Candidate Step(long number, string rule = "importance")
    {
        var random = RandomSource.For(1, number, "test paths");
        var all = Space.All().ToArray();
        ImmutableArray<Route> Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => all[random.NextInt(all.Length)])];
        return new Candidate(number, new SupernetStep(
            rule, Draw(3), Draw(2), ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal)));
    }

    public static Candidate Trial(int architecture = 0, Fidelity? fidelity = null, long number = 0) =>
        new(number, new Trial(Space.All().ElementAt(architecture), fidelity ?? Fidelity.Full));

    private sealed class NoProgress : IJobProgress
    {
        public static NoProgress Instance { get; } = new();

        public void Report(string stage, long done, long total)
        {
        }
    }
}
