using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Host.Clusters;

/// <summary>What of a search may be done on this machine, and what needs nodes, by the tags that its recipe names.</summary>
/// <param name="prepared">The search.</param>
/// <param name="launch">How it is run, and what this machine is good for.</param>
internal sealed class SearchPlaces(PreparedSearch prepared, LaunchOptions launch)
{
    private WorkPlaces Places => prepared.Spec.Places;

    /// <summary>What there is to do beside reading.</summary>
    public IReadOnlyList<MachineWork> Used { get; } =
    [
        prepared.Strategy.Kind.HasSupernet() ? MachineWork.Steps : MachineWork.Trials,
        .. prepared.Spec.Final is null ? Array.Empty<MachineWork>() : [MachineWork.Finals],
        .. prepared.Spec.Final is null && !prepared.Parts.WantLatency ? Array.Empty<MachineWork>() : [MachineWork.Latency],
    ];

    /// <summary>Whether something of it may not be done here.</summary>
    public bool NeedNodes => Used.Any(work => !IsHere(work));

    /// <summary>Whether latencies are measured on another machine than the one that trained may be.</summary>
    public bool HasBench => Used.Contains(MachineWork.Latency) && Used.Any(
        work => work is not MachineWork.Latency && !Places.Of(work).Have(Places.Latency));

    /// <summary>Whether this machine may do work of a kind.</summary>
    public bool IsHere(MachineWork work) => launch.Tags.Have(Places.Of(work));

    /// <summary>Tags of nodes that work of a kind leaves to the measurements of latency; null where there are none.</summary>
    public MachineTags? SparedFrom(MachineWork work) => HasBench && work is not MachineWork.Latency ? Places.Latency : null;

    /// <summary>All of it can be done somewhere, now or when nodes come.</summary>
    /// <exception cref="InputException">It cannot.</exception>
    public void MustExist()
    {
        if (prepared.Parts.Costs.Measures && !IsHere(MachineWork.Latency))
        {
            throw Wrong(
                $"The latencies of search '{prepared.Spec.Name}' are for a machine with '{Places.Latency}', and its costs are measured on "
                + $"this one: have a table made there (nas profile SPACE --cluster HOST:PORT --on {Places.Latency} --to FILE), and give "
                + "that.");
        }

        foreach (var work in Used.Where(work => !IsHere(work)))
        {
            var wants = $"The {PlacesText.Plural(work)} of search '{prepared.Spec.Name}' are for a machine with '{Places.Of(work)}'";
            if (work == MachineWork.Steps)
            {
                throw Wrong(
                    $"{wants}, and a supernet stays on the one that runs the recipe; if that is one, say so: --tags {Places.Of(work)}.");
            }

            if (launch.Cluster is null)
            {
                throw Wrong($"{wants}; if this is one, say so: --tags {Places.Of(work)}; or let nodes join: --cluster HOST:PORT.");
            }
        }
    }

    /// <summary>What the recipe says of work that there is none of.</summary>
    public IEnumerable<string> Remarks() => PlacesText.Kinds
        .Where(work => !Used.Contains(work) && !Used.Any(used => Places.Of(used) == Places.Of(work)) && !Places.Of(work).IsNone)
        .Select(work =>
            $"{prepared.Spec.Name}: it has no {PlacesText.Plural(work)}, so .On({PlacesText.Word(work)}: …) has nothing to do here.");

    private static InputException Wrong(string sentence) => new(sentence) { Word = ".On(" };
}
