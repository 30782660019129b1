namespace NasEngine.Contracts.Tests.Searches;

public sealed class MachineTagsTests
{
    [Fact]
    public void Tags_are_read_in_any_order_and_size_of_letters()
    {
        MachineTags.Parse("GPU, big,gpu").Should().Be(MachineTags.Parse("big,gpu"));
        MachineTags.Parse("GPU, big,gpu").Text.Should().Be("big,gpu");
        MachineTags.None.All.Should().BeEmpty();
    }

    [Theory]
    [InlineData("big,gpu", "gpu", true)]
    [InlineData("gpu", "big,gpu", false)]
    [InlineData("gpu2", "gpu", false)]
    public void A_machine_needs_all_that_is_wanted(string has, string wanted, bool isFor)
    {
        MachineTags.Parse(has).Have(MachineTags.Parse(wanted)).Should().Be(isFor);
        MachineTags.None.Have(MachineTags.Parse(wanted)).Should().BeFalse();
        MachineTags.Parse(has).Have(MachineTags.None).Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpu,")]
    [InlineData("my gpu")]
    [InlineData("größe")]
    [InlineData("a/b")]
    public void What_is_no_tag_is_refused(string text)
    {
        var act = () => MachineTags.Parse(text);

        act.Should().Throw<InputException>().WithMessage("'*' is no tag of a machine; a tag is 1 to 64 letters, digits, '-', '_' or '.', *");
    }
}
