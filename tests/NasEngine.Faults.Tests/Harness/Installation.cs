namespace NasEngine.Faults;

/// <summary>The checkout that these tests were built from, and the program in it.</summary>
internal static class Installation
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The program.</summary>
    public static string Program { get; } = Path.Combine(Root, "artifacts", "bin", "NasEngine.Host", "release", "nas.dll");

    /// <summary>A recipe of the fault tests.</summary>
    public static string Recipe(string name) => Path.Combine(Root, "tests", "NasEngine.Faults.Tests", "Recipes", name);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NasEngine.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException($"'{AppContext.BaseDirectory}' is not inside a checkout.");
        }

        return folder;
    }
}
