using NasEngine.Host.Composition;

namespace NasEngine.Host.Tests.Reports;

/// <summary>What a recipe is given of a search that is done.</summary>
public sealed class FoundResultTests
{
    [Fact]
    public void Winners_that_final_trainings_ranked_anew_keep_their_place_in_the_search()
    {
        var summary = HtmlReportTests.Summary();

        var found = FoundResult.Of(summary with { Found = [summary.Found[1] with { Chosen = 2 }, summary.Found[0] with { Chosen = 1 }] }).Found;

        found.Select(one => (one.Text, one.PlaceInSearch)).Should().Equal((summary.Found[1].Text, 2), (summary.Found[0].Text, 1));
    }
}
