namespace NasEngine.Spaces.Tests;

/// <summary>A test that needs a published table of <c>shared/data</c>; skipped with the reason where it is not there.</summary>
internal sealed class PublishedTableFactAttribute : FactAttribute
{
    public const string NasBench201 = "nasbench201.csv.gz";
    public const string NasBenchMacro = "nasbench_macro.csv.gz";
    public const string TfNas = "tfnas_latency_cpu.json.gz";

    public PublishedTableFactAttribute(string table)
    {
        if (SharedData.PathOf(table) is null)
        {
            Skip = $"No shared/data/{table} beside the repository.";
        }
    }
}
