namespace NasEngine.Contracts.Recipes;

/// <summary>What a recipe wants of metrics, against what is known of them: nobody wants a small accuracy, or one of 90.</summary>
internal static class KnownWays
{
    /// <summary>An objective wants the metrics of quality that it names the way that they are better.</summary>
    /// <exception cref="InputException">It wants one the other way round.</exception>
    public static void MustBeWanted(string search, ObjectiveSpec objective)
    {
        if (objective is Objective wanted
            && wanted.Axes.FirstOrDefault(axis => KnownMetrics.Quality(axis.Metric) is { } better && better != axis.Direction) is { } wrong)
        {
            throw new InputException(
                $"The objective of search '{search}' wants a {Side(wrong.Direction)} '{wrong.Metric}', and a {Other(wrong.Direction)} one "
                + $"is better; say {Instead(wanted, wrong)}.") { Word = ".Objective(" };
        }
    }

    /// <summary>A limit of a metric is one that it can come to.</summary>
    /// <param name="what">What has the limit, for the message: <c>What search 'x' stops at</c>.</param>
    /// <param name="metric">Name of the metric.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="word">Where it stands in the recipe.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static void MustBePossible(string what, string metric, double limit, string word)
    {
        if (KnownMetrics.MustBe(metric, limit) is { } right)
        {
            throw new InputException(FormattableString.Invariant($"{what} is {metric} {limit}; {metric} is {right}.")) { Word = word };
        }
    }

    /// <summary>A search ends when a metric of quality has become good, not while it is bad.</summary>
    /// <exception cref="InputException">It would end with a bad one, which the first trial may have.</exception>
    public static void MustRise(string search, Goal goal)
    {
        if (KnownMetrics.Quality(goal.Metric) is { } better && better != goal.Direction)
        {
            throw new InputException(FormattableString.Invariant(
                $"Search '{search}' stops at {goal}, and a {Side(better)} '{goal.Metric}' is better: any bad trial would end it; say ")
                + FormattableString.Invariant($".StopAt(\"{goal.Metric}\", {Limit(better)}: {goal.Value})."))
            {
                Word = ".StopAt(",
            };
        }
    }

    private static string Instead(Objective objective, ObjectiveAxis wrong) =>
        wrong.Metric == objective.Metric
            ? $"{(wrong.Direction == Direction.Maximize ? nameof(Minimize) : nameof(Maximize))}.Metric(\"{wrong.Metric}\")"
            : objective.Costs.Any(cost => cost.Metric == wrong.Metric)
                ? $".Require(\"{wrong.Metric}\", {Limit(KnownMetrics.Quality(wrong.Metric)!.Value)}: …)"
                : $".Against(\"{wrong.Metric}\")";

    private static string Limit(Direction better) => better == Direction.Maximize ? "atLeast" : "atMost";

    private static string Side(Direction direction) => direction == Direction.Maximize ? "large" : "small";

    private static string Other(Direction direction) => direction == Direction.Maximize ? "small" : "large";
}
