using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Commands;
using NasEngine.Networks;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Exports;

/// <summary>A network of a search that is to be exported.</summary>
/// <param name="Header">The search.</param>
/// <param name="Architecture">Its architecture.</param>
/// <param name="Metrics">What was measured of it.</param>
/// <param name="What">What it is among those of the search: <c>best</c>, <c>runner-up-1</c>, <c>trial-12</c>.</param>
/// <param name="Open">Reads its weights; what it expects of its input is asked for where the files do not say.</param>
internal sealed record ExportSubject(
    SearchHeader Header, Architecture Architecture, IReadOnlyDictionary<string, double> Metrics, string What,
    Func<INetworkSpace, Func<NetworkInput>, TrainedNetwork> Open)
{
    /// <summary>The winner, or one of the runners-up, of a completed search.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">Name or number of the search.</param>
    /// <param name="rank">0 for the winner.</param>
    /// <exception cref="InputException">There is none, or it was not trained.</exception>
    public static ExportSubject Winner(string workspace, string id, int rank)
    {
        var history = Completed(workspace, id);
        return rank < history.Finalists.Count ? Winner(workspace, history, rank) : throw new InputException(string.Create(
            CultureInfo.InvariantCulture,
            $"Search '{history.Header.Spec.Name}' has {history.Finalists.Count} winners in all; give a --runner-up from 1 to "
            + $"{Math.Max(1, history.Finalists.Count - 1)}."));
    }

    /// <summary>An architecture that a completed search found: a winner, or a trial whose network was kept.</summary>
    /// <exception cref="InputException">No weights of it are there.</exception>
    public static ExportSubject Found(string workspace, string search, Architecture architecture)
    {
        var history = Completed(workspace, search);
        var rank = history.Finalists.ToList().FindIndex(finalist => finalist.Architecture == architecture);
        if (rank >= 0)
        {
            return Winner(workspace, history, rank);
        }

        using var journal = SearchArgument.Open(workspace);
        var trial = SearchHistory.Read(journal, history.Header).Candidates
            .LastOrDefault(entry => entry is { Candidate.Work: Trial one, Measurement.Failure: null } && one.Architecture == architecture);
        return trial is not null ? Kept(workspace, history.Header, trial) : throw new InputException(
            $"Search '{search}' has no weights of that architecture: it keeps those of its winners.");
    }

    /// <summary>A trial that was trained again, as it was at last; or one whose network was kept for later ones to start from.</summary>
    /// <exception cref="InputException">There is no such trial, or its network was not kept.</exception>
    public static ExportSubject OfTrial(string workspace, string id, long number)
    {
        using var journal = SearchArgument.Open(workspace);
        var header = SearchArgument.Find(journal, id);
        var entry = SearchHistory.Read(journal, header).Candidates.FirstOrDefault(entry => entry.Candidate.Number == number);
        if (entry?.Candidate.Work is Trial trial
            && Retrained.All(journal, header.Spec.Name).LastOrDefault(one => one.Architecture.Equals(trial.Architecture)) is { } retrained)
        {
            return Winner(workspace, retrained.Name.ToString(), rank: 0);
        }

        return entry is { Candidate.Work: Trial, Measurement.Failure: null } ? Kept(workspace, header, entry) : throw new InputException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Search '{header.Spec.Name}' has no measured trial {number}; 'nas show' lists the last ones, with --json all."));
    }

    /// <summary>What follows <c>nas export</c> for an architecture that was trained again.</summary>
    public static string CommandOf(RetrainName name) =>
        name.Trial is { } trial ? string.Create(CultureInfo.InvariantCulture, $"{name.Search} --trial {trial}") : name.ToString();

    private static SearchHistory Completed(string workspace, string id)
    {
        using var journal = SearchArgument.Open(workspace);
        var header = SearchArgument.Find(journal, id);
        if (header.State != "completed")
        {
            throw new InputException(
                $"Search '{header.Spec.Name}' is not completed, so its winners have no weights yet; go on with it, or name a trial whose "
                + $"network is kept by --trial.");
        }

        if (header.Spec.Final is null)
        {
            throw new InputException(
                $"Search '{header.Spec.Name}' trains no winners, so there are no weights; add .Final(epochs: 2) to its recipe and run it "
                + $"again: it goes on from where it is.");
        }

        return HistoryEnd.Read(journal, header, trials: 0) ?? SearchHistory.Read(journal, header);
    }

    private static ExportSubject Winner(string workspace, SearchHistory history, int rank)
    {
        var (finalist, name) = (history.Finalists[rank], WinnerFolders.Ranked(rank));
        if (finalist.OfKeptNetwork() is not { Failure: null } kept)
        {
            throw new InputException($"The {name} of search '{history.Header.Spec.Name}' could not be trained, so it has no weights.");
        }

        var folder = Path.Combine(workspace, "results", history.Header.Spec.Name, name);
        return new ExportSubject(
            history.Header, finalist.Architecture, kept.Metrics, name, (_, input) => TrainedNetwork.Read(folder, input));
    }

    private static ExportSubject Kept(string workspace, SearchHeader header, HistoryEntry entry)
    {
        var (number, trial) = (entry.Candidate.Number, (Trial)entry.Candidate.Work);
        var store = new NetworkStore(Path.Combine(workspace, "networks", header.Spec.Name));
        var what = string.Create(CultureInfo.InvariantCulture, $"trial-{number}");
        return new ExportSubject(header, trial.Architecture, entry.Measurement!.Metrics, what, (space, input) =>
        {
            using var weights = Weights(store, header.Spec.Name, number);
            return TrainedNetwork.Read(space.Describe(trial.Architecture), weights, what, input());
        });
    }

    /// <exception cref="InputException">There are none.</exception>
    private static Stream Weights(NetworkStore store, string search, long number)
    {
        try
        {
            return store.Open(number);
        }
        catch (InputException missing)
        {
            throw new InputException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Search '{search}' kept no network of trial {number}; train it again first: nas retrain {search} --trial {number}."),
                missing);
        }
    }
}
