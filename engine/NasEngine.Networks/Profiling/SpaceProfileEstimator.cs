using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Profiles the space of a search on the machine that a worker is on, which <c>nas profile --cluster</c> asks for; trains nothing.
/// </summary>
/// <param name="setup">Space and device.</param>
internal sealed class SpaceProfileEstimator(EstimatorSetup setup) : IEstimator, IHelpingEstimator
{
    private readonly INetworkSpace _space = setup.Networks($"Estimator '{ProfileRequest.EstimatorId}'");

    /// <inheritdoc/>
    public byte[] Help(byte[] work, IJobProgress progress, CancellationToken cancellation)
    {
        var request = ProfileRequest.Read(work);
        return ProfileAnswer.Of(SpaceProfile.Measure(
            _space, setup.TorchDevice(), SpaceProfile.DeviceName(setup.Device, MachineName.Of(setup.Device)), request.Networks,
            request.Rounds, request.Seed, TimeProvider.System, progress, cancellation));
    }

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation) => throw TrainsNothing;

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) => throw TrainsNothing;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static InputException TrainsNothing =>
        new($"Estimator '{ProfileRequest.EstimatorId}' is for 'nas profile' and trains nothing; name another one.");
}
