using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Journal;

/// <summary>A search as the journal lists it.</summary>
/// <param name="Id">Number in the workspace.</param>
/// <param name="Spec">Its definition.</param>
/// <param name="Origin">What it ran on.</param>
/// <param name="Created">When it was started, UTC.</param>
/// <param name="Seconds">How long it ran, over all runs.</param>
/// <param name="State">
/// searching, finals, paused, completed or failed; a search that is none of the last two and does not run was interrupted.
/// </param>
public sealed record SearchHeader(
    long Id, SearchSpec Spec, SearchOrigin Origin, DateTimeOffset Created, double Seconds, string State)
{
    /// <summary>
    /// What no other search has, also one of the same name in another journal; hexadecimal. It stays when the search is renamed.
    /// </summary>
    public string Identity => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{FirstName}\n{Created.ToUnixTimeMilliseconds()}"))))[..16];

    private string FirstName => Origin.Began is { } began ? DefinitionTable.Read(began.Spec).Name : Spec.Name;

    /// <summary>The link that the chain of its events begins with.</summary>
    internal long FirstLink { get; init; }
}
