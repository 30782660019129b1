using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Strategies.Evolution;

namespace NasEngine.Benchmarks.View;

/// <summary>Random search over the cells of NAS-Bench-201 with made-up results, which take as much work as they are told to.</summary>
/// <param name="rounds">Rounds of arithmetic that a trial takes; 0 for none.</param>
internal sealed class CellParts(long rounds) : IServices
{
    private readonly PluginParts _plugins = PluginParts.Of(new BenchmarksPlugin(), new EvolutionPlugin());

    /// <summary>A search of so many trials for accuracy against multiply-adds.</summary>
    public static SearchSpec Spec(string name, long trials) => new()
    {
        Name = name,
        Space = "nasbench201",
        Strategy = "random",
        Estimator = "made",
        Objective = new Objective(MetricNames.ValidationAccuracy, []).Against(MetricNames.Macs),
        Budget = new Budget(trials) { Trials = trials },
        Window = 64,
        Seed = 1,
    };

    public TPart Create<TPart, TSetup>(ComponentSpec component, TSetup setup)
        where TPart : class => typeof(TPart) == typeof(IEstimator) ? (TPart)(object)new Made(rounds) : _plugins.Create<TPart, TSetup>(component, setup);

    public void Check<TPart>(ComponentSpec component)
        where TPart : class
    {
    }

    public IReadOnlyList<PartDescription> Describe<TPart>()
        where TPart : class => _plugins.Describe<TPart>();

    private sealed class Made(long rounds) : IEstimator
    {
        private double _sum;

        public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
        {
            for (var round = 0L; round < rounds; round++)
            {
                _sum = Math.Sqrt(_sum * _sum + 1);
            }
        }

        public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
        {
            var random = RandomSource.For(3, candidate.Number, "result");
            var macs = 1e6 + 1e6 * ((Trial)candidate.Work).Architecture.Values.Sum() + 1e5 * random.NextDouble();
            return new Measurement().With(MetricNames.ValidationAccuracy, 0.5 + 0.3 * random.NextDouble() + macs / 1e9)
                .With(MetricNames.Macs, macs);
        }

        public void Dispose()
        {
        }
    }
}
