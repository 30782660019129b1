using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Search;

namespace NasEngine.Pipeline.Slicing;

/// <summary>
/// The training of a supernet, without the slices that were measured after it. Measuring leaves its weights as they are, so checkpoints
/// that were saved meanwhile are those after the last step, and the newest of them stands for all.
/// </summary>
/// <param name="Events">What happened until the last step was observed, as another search would have it too.</param>
/// <param name="Newest">The file of the last of its checkpoints; null where none was saved while slices were measured.</param>
public sealed record TrainedSteps(ImmutableArray<SearchEvent> Events, string? Newest)
{
    /// <summary>The checkpoints that are kept of it, oldest first, and the files that they have in the search that trained it.</summary>
    public ImmutableArray<(CheckpointSaved Saved, string Source)> Checkpoints
    {
        get
        {
            var kept = Events.OfType<CheckpointSaved>().TakeLast(CheckpointStore.Kept).ToArray();
            return [.. kept.Select((saved, place) => (saved, place == kept.Length - 1 ? Newest ?? saved.File : saved.File))];
        }
    }

    /// <summary>Reads it.</summary>
    /// <param name="spec">The search that trained it.</param>
    /// <param name="events">All that counts of that search.</param>
    /// <exception cref="InputException">
    /// It trains no supernet, has not come to its slices, or ran on several versions of plugins.
    /// </exception>
    public static TrainedSteps Of(SearchSpec spec, IEnumerable<SearchEvent> events)
    {
        var (steps, last) = (new List<SearchEvent>(), -1L);
        var (isTrained, meanwhile) = (false, (CheckpointSaved?)null);
        foreach (var happened in events)
        {
            switch (happened)
            {
                case CheckpointSaved saved when isTrained:
                    meanwhile = saved;
                    break;
                case var _ when isTrained:
                    break;
                case Proposed { Candidate.Work: Trial }:
                    isTrained = true;
                    break;
                case PluginsChanged:
                    throw new InputException(
                        $"Plugins of search '{spec.Name}' were replaced while it trained its supernet, so its steps cannot be gone over "
                        + "again by those there are; run it under another name.");
                case Proposed { Candidate.Number: var number }:
                    last = number;
                    steps.Add(happened);
                    break;
                case Measured or Observed or CheckpointSaved or AttemptFailed:
                    steps.Add(happened);
                    break;
            }
        }

        if (!isTrained || last < 0)
        {
            throw new InputException(
                $"Search '{spec.Name}' has trained no supernet and then measured slices of it, as strategies big-nas and single-path do; "
                + "slices are taken from a search that has.");
        }

        if (meanwhile is not null)
        {
            steps.RemoveAll(happened => happened is CheckpointSaved saved && saved.Number == last);
            steps.Add(meanwhile with { Number = last, File = CheckpointStore.NameOf(last) });
        }

        return new TrainedSteps([.. steps], meanwhile?.File);
    }
}
