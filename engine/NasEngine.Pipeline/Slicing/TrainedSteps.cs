using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Search;

namespace NasEngine.Pipeline.Slicing;

/// <summary>
/// The training of a supernet, without the slices that were measured after it. Measuring leaves its weights as they are, so checkpoints
/// that were saved meanwhile are those after the last step.
/// </summary>
/// <param name="Events">What happened until the last step was observed, as another search would have it too.</param>
public sealed record TrainedSteps(ImmutableArray<SearchEvent> Events)
{
    /// <summary>The checkpoints that are kept of it, oldest first.</summary>
    public ImmutableArray<CheckpointSaved> Checkpoints => [.. Events.OfType<CheckpointSaved>().TakeLast(CheckpointStore.Kept)];

    /// <summary>Reads it.</summary>
    /// <param name="spec">The search that trained it.</param>
    /// <param name="events">All that counts of that search.</param>
    /// <exception cref="InputException">
    /// It trains no supernet, has not come to its slices, or ran on several versions of plugins.
    /// </exception>
    public static TrainedSteps Of(SearchSpec spec, IEnumerable<SearchEvent> events)
    {
        var (steps, last) = (new List<SearchEvent>(), -1L);
        var isTrained = false;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case CheckpointSaved saved when isTrained:
                    steps.Add(saved with { Number = last });
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

        return isTrained && last >= 0 ? new TrainedSteps([.. steps]) : throw new InputException(
            $"Search '{spec.Name}' has trained no supernet and then measured slices of it, as strategies big-nas and single-path do; "
            + "slices are taken from a search that has.");
    }
}
