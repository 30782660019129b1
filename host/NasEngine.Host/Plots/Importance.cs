using NasEngine.Contracts;
using NasEngine.Pipeline.Reading.Following;
using NasEngine.Search;

namespace NasEngine.Host.Plots;

/// <summary>How much each decision has to do with being among the best trials.</summary>
/// <param name="Decision">Name of the decision.</param>
/// <param name="Share">Its share, 0 to 1.</param>
/// <param name="Spread">Standard deviation of the share.</param>
public sealed record Importance(string Decision, double Share, double Spread)
{
    /// <summary>The most important decisions first; empty for a supernet and before there are trials enough.</summary>
    public static IReadOnlyList<Importance> Of(SearchFollower search, ISearchSpace space)
    {
        var numbers = Enumerable.Range(0, (int)search.Trials.Count)
            .Where(number => search.Trials.IsComparable(number) && !double.IsNaN(search.Trials.Scores[number])).ToArray();
        var decisions = search.Trials.Architectures.Decisions;
        if (search.IsSupernet || decisions != space.Decisions.Decisions.Length)
        {
            return [];
        }

        var values = new short[numbers.Length * decisions];
        for (var i = 0; i < numbers.Length; i++)
        {
            search.Trials.Architectures.Of(numbers[i]).CopyTo(values.AsSpan(i * decisions));
        }

        return [.. PedAnova.Of(values, decisions, [.. numbers.Select(number => search.Trials.Scores[number])])
            .OrderByDescending(one => one.Share)
            .Select(one => new Importance(space.Decisions.Decisions[one.Decision].Name, one.Share, one.Spread))];
    }
}
