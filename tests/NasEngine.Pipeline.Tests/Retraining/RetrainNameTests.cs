using NasEngine.Contracts;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Searches;

namespace NasEngine.Pipeline.Tests;

public sealed class RetrainNameTests
{
    public static TheoryData<RetrainName, string> Names { get; } = new()
    {
        { new("quickstart", "trial12"), "quickstart.retrain-trial12" },
        { new("a.b-1", "trial0") { Epochs = 0.25, Seed = 0 }, "a.b-1.retrain-trial0-epochs0.25-seed0" },
        { new("x", "0123456789ab") { Epochs = 20 }, "x.retrain-0123456789ab-epochs20" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_says_what_was_asked_and_is_read_again(RetrainName name, string text)
    {
        name.ToString().Should().Be(text);
        RetrainName.Parse(text).Should().Be(name);
        SearchName.Check(text).Should().Be(text);
        DerivedSearch.OriginOf(text).Should().Be(name.Search);
    }

    [Theory]
    [InlineData("quickstart")]
    [InlineData("quickstart.retrain-trial")]
    [InlineData("quickstart.retrain-trial012")]
    [InlineData(".retrain-trial1")]
    [InlineData("quickstart.retrain-0123456789xx")]
    [InlineData("quickstart.retrain-trial1-seed")]
    public void Another_name_is_of_no_training(string name) => RetrainName.Parse(name).Should().BeNull();

    [Fact]
    public void A_trial_is_named_by_its_number_and_another_architecture_is_no_trial()
    {
        new RetrainName("x", RetrainName.SubjectOf(12)).Trial.Should().Be(12);
        new RetrainName("x", "0123456789ab").Trial.Should().BeNull();
    }

    [Fact]
    public void A_search_of_the_longest_name_can_be_trained_again() => SearchName.CheckDerived(
        new RetrainName(new string('a', SearchName.Longest), RetrainName.SubjectOf(999_999_999_999_999_999))
        {
            Epochs = 1234.5678,
            Seed = 999_999_999_999_999_999,
        }.ToString());
}
