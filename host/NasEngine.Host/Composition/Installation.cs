using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>Where the program's own files are.</summary>
internal static class Installation
{
    public const string Manifest = "plugins.json";

    private static readonly Lazy<string> Found = new(() => Above(AppContext.BaseDirectory));

    /// <summary>The folder with <c>plugins.json</c>: that of the program or the nearest above it.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string Root => Found.Value;

    /// <summary>The program's version.</summary>
    public static string Version { get; } = typeof(Installation).Assembly.GetName().Version!.ToString(3);

    /// <summary>The folder with the manifest: that of a program or the nearest above it.</summary>
    /// <param name="program">The folder of the program.</param>
    /// <exception cref="InputException">There is none.</exception>
    internal static string Above(string program)
    {
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Manifest)))
            {
                return folder.FullName;
            }
        }

        throw new InputException(
            $"There is no {Manifest} beside the program in '{program}' or above it, as there is where it was installed or built; start it "
            + "from there, or install it again.");
    }
}
