namespace NasEngine.Spaces.Tests;

/// <summary>A test that needs the published NAS-Bench-201 table; skipped with the reason where it is not there.</summary>
internal sealed class PublishedTableFactAttribute : FactAttribute
{
    public const string Table = "nasbench201.csv.gz";

    public PublishedTableFactAttribute()
    {
        if (SharedData.PathOf(Table) is null)
        {
            Skip = $"No shared/data/{Table} beside the repository.";
        }
    }
}
