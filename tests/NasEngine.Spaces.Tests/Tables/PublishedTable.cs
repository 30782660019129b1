namespace NasEngine.Spaces.Tests;

/// <summary>
/// The published NAS-Bench-201 table, which is not part of the project: <c>shared/data/nasbench201.csv.gz</c> beside a
/// folder above the tests, or null.
/// </summary>
internal static class PublishedTable
{
    public static string? Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string? Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "shared", "data", "nasbench201.csv.gz");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
