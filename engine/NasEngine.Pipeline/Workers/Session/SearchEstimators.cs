using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Session;

/// <summary>The estimators of a search, each made when a candidate first needs it.</summary>
/// <param name="own">The search's own, with those whose ids fidelities name.</param>
/// <param name="make">Makes one.</param>
internal sealed class SearchEstimators(ComponentSpec own, Func<ComponentSpec, IEstimator> make) : IDisposable
{
    private readonly Dictionary<string, IEstimator> _made = new(StringComparer.Ordinal);

    /// <summary>The search's own.</summary>
    public IEstimator Own => Made(own);

    /// <summary>Id of the one that measures a candidate.</summary>
    public string IdOf(Candidate candidate) => (candidate.Work as Trial)?.Fidelity.Estimator ?? own.Id;

    /// <summary>The one that measures a candidate.</summary>
    /// <exception cref="InputException">The search does not name it.</exception>
    public IEstimator Of(Candidate candidate)
    {
        var id = IdOf(candidate);
        if (_made.TryGetValue(id, out var made))
        {
            return made;
        }

        return Made(own.All.FirstOrDefault(component => component.Id == id) ?? throw new InputException(
            $"The strategy wants candidate {candidate.Number} measured by estimator '{id}', which the search does not name; "
            + $"add it: .Estimator(\"{own.Id}\", null, Part(\"{id}\"))."));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var estimator in _made.Values)
        {
            estimator.Dispose();
        }
    }

    private IEstimator Made(ComponentSpec component)
    {
        if (!_made.TryGetValue(component.Id, out var estimator))
        {
            _made.Add(component.Id, estimator = make(component));
        }

        return estimator;
    }
}
