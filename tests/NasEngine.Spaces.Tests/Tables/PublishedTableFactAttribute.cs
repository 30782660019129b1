namespace NasEngine.Spaces.Tests;

/// <summary>A test that needs the published table; skipped with the reason where it is not there.</summary>
internal sealed class PublishedTableFactAttribute : FactAttribute
{
    public PublishedTableFactAttribute()
    {
        if (PublishedTable.Path is null)
        {
            Skip = "shared/data/nasbench201.csv.gz is not beside the project.";
        }
    }
}
