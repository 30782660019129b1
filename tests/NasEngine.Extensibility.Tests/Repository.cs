namespace NasEngine.Extensibility.Tests;

/// <summary>Files of this repository.</summary>
internal static class Repository
{
    private static string Root { get; } = Ancestors().First(folder => File.Exists(System.IO.Path.Combine(folder, "NasEngine.sln")));

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }
}
