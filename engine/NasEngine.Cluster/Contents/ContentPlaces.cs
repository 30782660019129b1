using NasEngine.Pipeline.Workers;

namespace NasEngine.Cluster.Contents;

/// <summary>Places of contents: what a file is to whoever gets it.</summary>
public static class ContentPlaces
{
    private const string Plugins = "plugin/";
    private const string Files = "file/";

    /// <summary>A kept network, by the name of its file.</summary>
    internal const string Networks = "network/";

    /// <summary>A file of an exported network, by its path below the folder.</summary>
    internal const string Exports = "export/";

    /// <summary>A part of another worker's step, or what came of it; no file.</summary>
    internal const string Step = "step";

    /// <summary>A file of the folder of the data, by its path below the folder.</summary>
    internal const string Data = "data/";

    /// <summary>A file of the data's folder, by its path below it.</summary>
    public static string OfData(string file) => Data + file;

    /// <summary>A file of a plugin, by its path below the plugin's folder.</summary>
    public static string OfPlugin(string id, string file) => $"{Plugins}{id}/{file}";

    /// <summary>A file that an option names.</summary>
    public static string OfFile(string path) => Files + path;

    /// <summary>The option's value that a place is of; null when it is of none.</summary>
    internal static string? File(string place) => place.StartsWith(Files, StringComparison.Ordinal) ? place[Files.Length..] : null;

    /// <summary>Where the file of a place below <paramref name="prefix"/> belongs in a folder; null when it is none of them.</summary>
    /// <exception cref="WorkerLost">It would lie outside the folder.</exception>
    internal static string? Below(string prefix, string place, string folder)
    {
        if (!place.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, place[prefix.Length..]));
        return path.StartsWith(root, StringComparison.Ordinal)
            ? path
            : throw new WorkerLost($"the other side names a file outside its folder: '{place}'");
    }

    /// <summary>Prefix of the files of a plugin.</summary>
    internal static string PluginPrefix(string id) => $"{Plugins}{id}/";
}
