using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Mixtures;

public sealed class SelectionTests
{
    private static readonly Selection Widths = Selection.By("width", [4, 8]);
    private static readonly Selection Ratios = Selection.By("ratio", [1, 2, 3]);

    [Fact]
    public void A_join_has_every_combination_with_the_last_decision_fastest() =>
        Widths.Join(Ratios, (width, ratio) => width * ratio).ToString().Should().Be("width:2 ratio:3 = 4 8 12 8 16 24");

    [Fact]
    public void A_decision_of_both_is_joined_with_itself_only() =>
        Widths.Join(Ratios.Join(Widths, (ratio, width) => ratio * width), (one, other) => (10 * one) + other).ToString()
            .Should().Be("width:2 ratio:3 = 44 48 52 88 96 104");

    [Fact]
    public void A_fixed_number_joins_without_a_decision() =>
        Selection.Fixed(3).Join(Selection.Fixed(4), (one, other) => one * other).Should().Be(Selection.Fixed(12));

    [Fact]
    public void A_restriction_has_the_listed_choices_in_the_order_listed() =>
        Widths.Join(Ratios, (width, ratio) => width * ratio).Restrict(decision => decision == "width" ? [1] : [2, 0]).ToString()
            .Should().Be("width:1 ratio:2 = 24 8");

    [Fact]
    public void The_text_reads_back()
    {
        var selection = Widths.Join(Ratios, (width, ratio) => width + ratio);
        Selection.Parse(selection.ToString()).Should().Be(selection);
    }

    [Theory]
    [InlineData("width:2")]
    [InlineData("width:x = 1")]
    [InlineData("width:2 = 1")]
    [InlineData("width:1 width:1 = 1")]
    public void A_text_of_no_selection_is_refused(string text) =>
        FluentActions.Invoking(() => Selection.Parse(text)).Should().Throw<InputException>();
}
