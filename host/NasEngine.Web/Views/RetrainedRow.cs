using NasEngine.Contracts;
using NasEngine.Host.Retraining;
using NasEngine.Pipeline.Retraining;
using NasEngine.Web.Live;

namespace NasEngine.Web.Views;

/// <summary>An architecture of a search that is or was trained again, by a search of its own.</summary>
/// <param name="Id">Number of that search.</param>
/// <param name="Name">What was asked.</param>
/// <param name="Title">What it is of: <c>trial 12, 20 epochs</c>.</param>
/// <param name="Metrics">What was measured of it; empty before that.</param>
/// <param name="State">Where it is in a word; empty when it is done.</param>
public sealed record RetrainedRow(
    long Id, RetrainName Name, string Title, IReadOnlyDictionary<string, double> Metrics, string State)
{
    /// <summary>The architecture; null before it was trained.</summary>
    public Architecture? Architecture { get; private init; }

    /// <summary>Those of a search, in the order in which they were asked.</summary>
    public static IReadOnlyList<RetrainedRow> Of(SearchList list, SearchRow search)
    {
        var winners = search.At?.Finalists.Select(winner => winner.Architecture).ToArray() ?? [];
        return
        [
            .. from row in list.Rows
               where row.Name.Length > search.Name.Length
               let name = RetrainName.Parse(row.Name)
               where name?.Search == search.Name
               orderby row.Id
               let done = row.State == "completed" ? Retrained.Of(name, row.At?.Finalists ?? []) : null
               let architecture = done?.Architecture ?? winners.FirstOrDefault(winner => winner.Id == name.Subject)
               select new RetrainedRow(
                   row.Id, name, RetrainText.Title(name, architecture ?? new Architecture("", []), winners),
                   done?.Metrics ?? new Measurement().Metrics, done is null ? row.State : "")
               {
                   Architecture = architecture,
               },
        ];
    }

    /// <summary>Whether it is of a trial, or of its architecture under another name.</summary>
    public bool IsOf(long? trial, Architecture architecture) =>
        (trial is { } number && Name.Trial == number) || Name.Subject == architecture.Id || architecture.Equals(Architecture);
}
