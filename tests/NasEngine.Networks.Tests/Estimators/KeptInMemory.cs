using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>Networks that are kept in memory.</summary>
internal sealed class KeptInMemory : IKeptNetworks
{
    private readonly Dictionary<long, byte[]> _networks = [];

    public byte[] this[long candidate] => _networks[candidate];

    public void Keep(long candidate, IKeepingEstimator estimator, Candidate evaluated)
    {
        using var stream = new MemoryStream();
        estimator.Keep(evaluated, stream);
        _networks[candidate] = stream.ToArray();
    }

    public Stream Open(long candidate) =>
        _networks.TryGetValue(candidate, out var network) ? new MemoryStream(network) : NoKeptNetworks.Instance.Open(candidate);
}
