using System.Security.Cryptography;
using System.Text;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Messages;

/// <summary>
/// Names of work by all that it is made of: its search, candidate, plugins, data and files. Whoever asks for the same work uses the same
/// name, whatever number it gives it.
/// </summary>
internal static class JobKeys
{
    /// <summary>The name of what a worker is configured for.</summary>
    public static string OfSearch(Configure configure, ContentRecord[] contents)
    {
        var anywhere = configure with { Plugins = [.. configure.Plugins.Select(plugin => plugin with { Path = "" })] };
        return Hash("", RecordBytes.Write<IToWorker>(anywhere), contents);
    }

    /// <summary>The name of a job; null where it builds on what its worker did before.</summary>
    /// <param name="search">What the worker is configured for.</param>
    /// <param name="job">The job.</param>
    /// <param name="contents">Files that it needs.</param>
    public static string? OfJob(string search, IToWorker job, ContentRecord[] contents) => job is Assign { IsTrained: false } assign
        ? Hash(search, RecordBytes.Write<IToWorker>(assign with { Job = 0 }), contents)
        : null;

    private static string Hash(string search, byte[] body, ContentRecord[] contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(search));
        hash.AppendData(body);
        foreach (var content in contents.OrderBy(content => content.Place, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{content.Place}\n{content.Sha256}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
