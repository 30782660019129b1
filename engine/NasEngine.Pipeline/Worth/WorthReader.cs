using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Search;

namespace NasEngine.Pipeline.Worth;

/// <summary>What a journal says of the worth of a search; a function of the search and of the comparison, both completed.</summary>
public static class WorthReader
{
    /// <summary>By the newest comparison that is completed; null where there is none.</summary>
    /// <exception cref="InputException">The journal is damaged.</exception>
    public static SearchWorth? Newest(SearchJournal journal, SearchHistory search, ISearchSpace space)
    {
        var comparison = journal.List().LastOrDefault(header =>
            header.State == "completed" && WorthName.Parse(header.Spec.Name)?.Search == search.Header.Spec.Name);
        return comparison is null ? null : Read(journal, search, comparison, space);
    }

    /// <summary>
    /// By one comparison; null where fewer could be trained than have a spread, or they were trained otherwise than the winner.
    /// </summary>
    /// <exception cref="InputException">The journal is damaged, or the search cannot be weighed.</exception>
    public static SearchWorth? Read(SearchJournal journal, SearchHistory search, SearchHeader comparison, ISearchSpace space)
    {
        var subject = WorthSubject.Of(search);
        if (!subject.TrainsAs(comparison.Spec))
        {
            return null;
        }

        var trials = SearchHistory.Read(journal, comparison).Candidates.Select(entry => entry.Measurement).ToArray();
        var values = trials.Where(trial => trial is { Failure: null }).Select(trial => trial!.Metrics[subject.Metric.Metric]).ToArray();
        if (values.Length < WorthRequest.Least || WorthName.Parse(comparison.Spec.Name) is not { } name)
        {
            return null;
        }

        var random = Weighing.Sample([.. values]);
        var winner = subject.Winner;
        return new SearchWorth
        {
            Search = subject.Spec.Name,
            Comparison = comparison.Spec.Name,
            Metric = subject.Metric,
            Winner = new FoundArchitecture(winner.Architecture, space.Format(winner.Architecture), winner.WithLatency()!.Metrics),
            Band = BandOf(name, comparison.Spec),
            Asked = name.Against,
            Failed = trials.Length - values.Length,
            Random = random,
            Standing = Weighing.Stand(subject.Value, random, subject.Metric.Direction),
            SameCompute = Compute(subject, random, comparison.Seconds / trials.Length),
        };
    }

    /// <summary>Where nothing is trained, a trial is as much as a training, whatever a clock says.</summary>
    private static SameCompute Compute(WorthSubject subject, RandomSample random, double secondsOfOne)
    {
        var seconds = subject.History.Header.Seconds;
        var trainings = subject.IsTabular ? Math.Max(1, subject.History.Steps) : Weighing.Trainings(seconds, secondsOfOne);
        return Weighing.SameCompute(random, subject.Metric.Direction, seconds, secondsOfOne, trainings);
    }

    private static CostBand BandOf(WorthName name, SearchSpec comparison)
    {
        var requirements = ((Objective)comparison.Objective).Requirements;
        var high = requirements[0];
        var low = requirements.FirstOrDefault(one => one.Metric == high.Metric && one.Direction == Direction.Maximize);
        return new CostBand(high.Metric, low?.Limit ?? 0, high.Limit, name.Around, name.Shares);
    }
}
