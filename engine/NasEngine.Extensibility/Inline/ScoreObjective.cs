using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Inline;

/// <summary>
/// An objective whose score is a lambda of a recipe. Which metrics it reads, and in which direction of each it rises, is found by
/// trying it on made-up values.
/// </summary>
internal sealed class ScoreObjective : IObjective
{
    private const int Rounds = 8;

    private static readonly double[] Wide = [1, 1e-3, 1e3];

    private readonly Func<IReadOnlyDictionary<string, double>, double> _score;

    /// <summary>Tries the lambda.</summary>
    /// <exception cref="InputException">It reads no metric.</exception>
    public ScoreObjective(Func<IReadOnlyDictionary<string, double>, double> score)
    {
        _score = score;
        Metrics = Read();
        if (Metrics.IsEmpty)
        {
            throw new InputException(
                "The objective that the recipe holds reads no metric, so that every trial would be as good; read one: "
                + "trial => trial[\"val_accuracy\"].");
        }

        Axes = [.. Metrics.Select(metric => new ObjectiveAxis(metric, DirectionOf(metric)))];
    }

    /// <inheritdoc/>
    public ImmutableArray<ObjectiveAxis> Axes { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> Metrics { get; }

    /// <inheritdoc/>
    public double? Score(IReadOnlyDictionary<string, double> metrics) =>
        Ask(new AskedMetrics(name => metrics.TryGetValue(name, out var value) ? value : null));

    private double? Ask(AskedMetrics metrics)
    {
        try
        {
            return _score(metrics) is var score && double.IsFinite(score) ? score : null;
        }
        catch (AskedMetrics.MissingException)
        {
            return null;
        }
    }

    /// <summary>Tries small, usual and large values of each metric it is known to read, until it reads no further ones.</summary>
    private ImmutableArray<string> Read()
    {
        ImmutableArray<string> known = [];
        for (var round = 0; round < Rounds; round++)
        {
            var before = known;
            foreach (var (metric, step) in before.SelectMany(metric => Wide.Select(step => (metric, step))).DefaultIfEmpty(("", 1)))
            {
                var asked = new AskedMetrics(name => Usual(name) * (name == metric ? step : 1));
                Ask(asked);
                known = [.. known.Union(asked.Asked)];
            }

            if (known.Length == before.Length)
            {
                break;
            }
        }

        return known;
    }

    private Direction DirectionOf(string metric)
    {
        double? At(double step) => Ask(new AskedMetrics(name => Usual(name) * (name == metric ? step : 1)));
        return At(0.5) is { } less && At(1.5) is { } more && less != more
            ? (more > less ? Direction.Maximize : Direction.Minimize)
            : IsShare(metric) ? Direction.Maximize : Direction.Minimize;
    }

    private static double Usual(string metric) => IsShare(metric) ? 0.5 : metric.EndsWith("loss", StringComparison.Ordinal) ? 1 : 1e6;

    private static bool IsShare(string metric) =>
        metric.EndsWith("accuracy", StringComparison.Ordinal) || metric.EndsWith("r2", StringComparison.Ordinal);
}
