namespace NasEngine.Host.Tests.Programs;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    public static string QuickStart => Path.Combine(Root, "scripts", "quickstart.csx");

    /// <summary>FP-NAS on few and small batches; its search is <c>fpnas</c>.</summary>
    public static string FpNas => Path.Combine(Root, "tests", "NasEngine.Host.Tests", "Recipes", "fpnas.csx");

    public static string NasBench201 => Path.Combine(Root, "scripts", "nasbench201.csx");

    /// <summary>A recipe of ours by its name.</summary>
    public static string Script(string name) => Path.Combine(Root, "scripts", name + ".csx");

    /// <summary>Output folder of a project, in the configuration of these tests.</summary>
    public static string Built(string project) =>
        Path.Combine(Root, "artifacts", "bin", project, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NasEngine.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
