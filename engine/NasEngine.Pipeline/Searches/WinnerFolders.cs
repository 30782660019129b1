using System.Globalization;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// Folders of the winners' networks. A network is written as soon as it is trained, when nobody knows yet which of them is the best;
/// when the search is done, they get their names.
/// </summary>
public static class WinnerFolders
{
    private const string Best = "best";
    private const string RunnerUp = "runner-up-";
    private const string Finalist = "finalist-";

    /// <summary>Name of the folder of a finalist while the search is on its way.</summary>
    /// <param name="chosen">Its place among those that the search chose, from 0.</param>
    public static string Unranked(int chosen) => string.Create(CultureInfo.InvariantCulture, $"{Finalist}{chosen + 1}");

    /// <summary>Name of the folder of a winner: <c>best</c>, <c>runner-up-1</c>, …</summary>
    /// <param name="rank">Its rank, from 0.</param>
    public static string Ranked(int rank) => rank == 0 ? Best : string.Create(CultureInfo.InvariantCulture, $"{RunnerUp}{rank}");

    /// <summary>
    /// Gives the folders their names. May be repeated: what has its name keeps it, so a stop in between is mended by the next call.
    /// </summary>
    /// <param name="folder">The search's folder of results.</param>
    /// <param name="winners">The winners, best first.</param>
    public static void Name(string folder, IReadOnlyList<Finalist> winners)
    {
        for (var rank = 0; rank < winners.Count; rank++)
        {
            var written = Path.Combine(folder, Unranked(winners[rank].Chosen));
            if (Directory.Exists(written))
            {
                var named = Path.Combine(folder, Ranked(rank));
                if (Directory.Exists(named))
                {
                    Directory.Delete(named, recursive: true);
                }

                Directory.Move(written, named);
            }
        }

        var kept = Enumerable.Range(0, winners.Count).Select(rank => Path.Combine(folder, Ranked(rank))).ToHashSet(StringComparer.Ordinal);
        foreach (var left in All(folder).Where(path => !kept.Contains(path)))
        {
            Directory.Delete(left, recursive: true); // Of a definition with more or other winners.
        }
    }

    /// <summary>
    /// Gives the folders the names that they had while the search was on its way: it goes on, and other winners may stand before these.
    /// May be repeated, as <see cref="Name"/>.
    /// </summary>
    /// <param name="folder">The search's folder of results.</param>
    /// <param name="chosen">The places of the winners among those that the search chose, best winner first.</param>
    public static void Unname(string folder, IReadOnlyList<int> chosen)
    {
        for (var rank = 0; rank < chosen.Count; rank++)
        {
            var (named, written) = (Path.Combine(folder, Ranked(rank)), Path.Combine(folder, Unranked(chosen[rank])));
            if (Directory.Exists(named) && !Directory.Exists(written))
            {
                Directory.Move(named, written);
            }
        }
    }

    /// <summary>Folders of winners, named or not.</summary>
    internal static IEnumerable<string> All(string folder) => Directory.Exists(folder)
        ? Directory.GetDirectories(folder).Where(path => Path.GetFileName(path) is var name
            && (name == Best || name.StartsWith(RunnerUp, StringComparison.Ordinal) || name.StartsWith(Finalist, StringComparison.Ordinal)))
        : [];
}
