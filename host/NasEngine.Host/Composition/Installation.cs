using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>Where the program's own files are.</summary>
internal static class Installation
{
    public const string Manifest = "plugins.json";

    /// <summary>The folder with <c>plugins.json</c>: that of the program or the nearest above it.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string Root { get; } = Find();

    /// <summary>The program's version.</summary>
    public static string Version { get; } = typeof(Installation).Assembly.GetName().Version!.ToString(3);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Manifest)))
            {
                return folder.FullName;
            }
        }

        throw new InputException(
            $"There is no {Manifest} beside the program in '{AppContext.BaseDirectory}' or above it; reinstall the program.");
    }
}
