using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Pipeline.Tests;

public sealed class WorthNameTests
{
    public static TheoryData<WorthName, string> Names { get; } = new()
    {
        { new("quickstart", 20, BandAround.Limit), "quickstart.worth-20-limit" },
        { new("a.b-1", 5, BandAround.Winner) { Seed = 7 }, "a.b-1.worth-5-winner-seed7" },
        {
            new("x", 100, BandAround.Limit) { Seed = 0, Band = new BandShares(0, 1.25) },
            "x.worth-100-limit-seed0-band0..1.25"
        },
        { new("x", 100, BandAround.Winner) { Band = new BandShares(0.5, 2) }, "x.worth-100-winner-band0.5..2" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_says_the_question_and_is_read_again(WorthName name, string text)
    {
        name.ToString().Should().Be(text);
        WorthName.Parse(text).Should().Be(name);
        SearchName.Check(text).Should().Be(text);
    }

    [Theory]
    [InlineData("quickstart")]
    [InlineData("quickstart.worth-0-limit")]
    [InlineData("quickstart.worth-20")]
    [InlineData(".worth-20-limit")]
    [InlineData("quickstart.worth-20-limit-band1")]
    public void Another_name_is_of_no_comparison(string name) => WorthName.Parse(name).Should().BeNull();

    [Fact]
    public void A_band_is_80_to_100_percent_of_a_limit_and_10_percent_to_both_sides_of_a_winner()
    {
        new WorthName("x", 20, BandAround.Limit).Shares.Should().Be(new BandShares(0.8, 1));
        new WorthName("x", 20, BandAround.Winner).Shares.Should().Be(new BandShares(0.9, 1.1));
    }
}
