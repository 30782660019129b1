namespace NasEngine.Benchmarks;

/// <summary>Where reports are kept: tests/benchmarks/results of the checkout, or of the working directory.</summary>
internal static class BenchmarkFiles
{
    public static void Write(BenchmarkReport report)
    {
        var file = Results(report.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(Path.ChangeExtension(file, ".md"), report.ToMarkdown());
        File.WriteAllText(file, report.ToJson().ToJsonString(new() { WriteIndented = true }) + "\n");
    }

    /// <summary>The JSON of a benchmark's results.</summary>
    public static string Results(string name) => Path.Combine(Root, "tests", "benchmarks", "results", $"{name}.json");

    /// <summary>The checkout, or the working directory outside one.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NasEngine.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
