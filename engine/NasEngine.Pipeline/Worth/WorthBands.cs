using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Worth;

/// <summary>The band of costs that random architectures are drawn from.</summary>
internal static class WorthBands
{
    /// <summary>The name of the comparison, in which the question's defaults are settled.</summary>
    /// <exception cref="InputException">A number is out of range, or the band is to be around a limit that there is not.</exception>
    public static WorthName Name(WorthSubject subject, SearchParts parts, WorthRequest request)
    {
        if (request.Against is < WorthRequest.Least or > WorthRequest.Most)
        {
            throw new InputException(
                $"A search is weighed against {WorthRequest.Least} to {WorthRequest.Most} random architectures, not {request.Against}.");
        }

        if (request.Seed < 0)
        {
            throw new InputException($"The seed is {request.Seed}; it must be at least 0.");
        }

        var limit = Limit(parts);
        if (request.Around == BandAround.Limit && limit is null)
        {
            throw new InputException(
                $"The objective of search '{subject.Spec.Name}' has no upper limit on a cost that is known before a network runs; take the "
                + "band around the winner's cost.");
        }

        return new WorthName(subject.Spec.Name, request.Against, request.Around ?? (limit is null ? BandAround.Winner : BandAround.Limit))
        {
            Seed = request.Seed,
            Band = request.Band is { } band ? Checked(band) : null,
        };
    }

    /// <summary>The band: of the cost that has a limit, else of multiply-adds.</summary>
    /// <exception cref="InputException">The winner's cost is 0.</exception>
    public static CostBand Of(WorthName name, WorthSubject subject, SearchParts parts)
    {
        var limit = Limit(parts);
        var metric = limit?.Metric ?? MetricNames.Macs;
        var middle = name.Around == BandAround.Limit && limit is not null
            ? limit.Limit
            : parts.Costs.Cost(metric, subject.Winner.Architecture);
        return middle > 0
            ? new CostBand(metric, name.Shares.Low * middle, name.Shares.High * middle, name.Around, name.Shares)
            : throw new InputException($"The winner of search '{name.Search}' costs nothing by '{metric}', so there is no band around it.");
    }

    /// <summary>What random architectures must keep to: the band, and the objective's other limits on costs that are known.</summary>
    public static IEnumerable<Constraint> Requirements(CostBand band, SearchParts parts) =>
        new[] { new Constraint(band.Metric, band.High), new Constraint(band.Metric, band.Low, Direction.Maximize) }
            .Where(end => end.Limit > 0)
            .Concat(Constraints(parts).Where(one => one.Metric != band.Metric && parts.Costs.Knows(one.Metric)))
            .Select(one => one with { IsRequired = true });

    private static Constraint? Limit(SearchParts parts) => Constraints(parts)
        .FirstOrDefault(one => one is { Direction: Direction.Minimize, Limit: > 0 } && parts.Costs.Knows(one.Metric));

    private static IEnumerable<Constraint> Constraints(SearchParts parts) =>
        parts.Objective.Constraints.IsDefault ? [] : parts.Objective.Constraints;

    private static BandShares Checked(BandShares band)
    {
        var rounded = new BandShares(Math.Round(band.Low, 4), Math.Round(band.High, 4));
        return rounded is { Low: >= 0, High: > 0 and <= 100 } && rounded.Low <= rounded.High
            ? rounded
            : throw new InputException(FormattableString.Invariant(
                $"The band {band.Low}..{band.High} is none; give two shares from 0 to 100, the smaller first, e.g. 0.8..1."));
    }
}
