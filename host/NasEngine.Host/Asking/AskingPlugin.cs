using NasEngine.Contracts;

namespace NasEngine.Host.Asking;

/// <summary>Offers the estimator of searches whose trials are measured elsewhere, by who asks for them.</summary>
internal sealed class AskingPlugin : IPlugin
{
    /// <summary>Id of the estimator.</summary>
    public const string Estimator = "told";

    /// <summary>Whether a search is told what its trials measure.</summary>
    public static bool IsOf(SearchSpec spec) => spec.Estimator.Id == Estimator;

    /// <inheritdoc/>
    public void Register(IPluginRegistry registry) => registry.Estimator(
        Estimator,
        "Trials are trained elsewhere: 'nas ask' hands them out, 'nas tell' takes what came of them",
        _ => NoSetup.Value,
        (_, _) => new Told());

    /// <summary>Measures nothing: what is told does not come this way.</summary>
    private sealed class Told : IEstimator
    {
        public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation) => throw Unasked();

        public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) => throw Unasked();

        public void Dispose()
        {
        }

        private static InputException Unasked() => new(
            $"Estimator '{Estimator}' measures nothing itself and cannot be one among others, or train winners; name it alone: "
            + $".Estimator(\"{Estimator}\").");
    }
}
