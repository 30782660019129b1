using System.Globalization;
using NasEngine.Search;

namespace NasEngine.Pipeline.Searches;

/// <summary>
/// Folders of the winners' networks. A network is written as soon as it is trained, when nobody knows yet which of them is the best;
/// when the search is done, they get their names.
/// </summary>
public static class WinnerFolders
{
    /// <summary>Name of the folder of a finalist while the search is on its way.</summary>
    /// <param name="chosen">Its place among those that the search chose, from 0.</param>
    public static string Unranked(int chosen) => string.Create(CultureInfo.InvariantCulture, $"finalist-{chosen + 1}");

    /// <summary>Name of the folder of a winner: <c>best</c>, <c>runner-up-1</c>, …</summary>
    /// <param name="rank">Its rank, from 0.</param>
    public static string Ranked(int rank) => rank == 0 ? "best" : string.Create(CultureInfo.InvariantCulture, $"runner-up-{rank}");

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
    }
}
