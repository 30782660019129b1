using NasEngine.Host.Output;

namespace NasEngine.Host.Tests.Reading;

/// <summary>Columns and curves as text.</summary>
public sealed class TextTests
{
    [Fact]
    public void Columns_stand_under_their_heads_and_figures_at_their_right() => TextColumns.Of(
        [" n", "state", "text"], [["1", "done", "a"], ["12", "öffnen", "bc"]], 80).Should().Equal(
        " n  state   text",
        " 1  done    a",
        "12  öffnen  bc");

    [Theory]
    [InlineData(12, "1  done   a…")]
    [InlineData(4, "1  …")]
    [InlineData(1, "…")]
    public void What_does_not_fit_is_cut_and_says_so(int width, string line) =>
        TextColumns.Of([" n", "state", "text"], [["1", "done", "a long text"]], width).Last().Should().Be(line);

    [Fact]
    public void Control_characters_move_no_cursor() =>
        TextColumns.Of(["text"], [["a\u001b[2J\nb"]], 80).Should().Equal("text", "a [2J b");

    [Fact]
    public void Markup_is_text() => TextColumns.Of(["[red]"], [["[/]"]], 80).Should().Equal("[red]", "[/]");

    [Fact]
    public void A_curve_goes_from_its_least_value_to_its_greatest() => SparkLine.Of([0, 1, 2, 3, 4, 5, 6, 7], 8).Should().Be("▁▂▃▄▅▆▇█");

    [Fact]
    public void More_values_than_letters_are_averaged_and_none_is_left_out()
    {
        SparkLine.Of([0, 0, 4, 4, 7, 7], 3).Should().Be("▁▅█");
        SparkLine.Of([.. Enumerable.Range(0, 1000).Select(value => (double)value)], 10).Should().HaveLength(10).And.StartWith("▁").And.EndWith("█");
    }

    [Fact]
    public void Equal_values_are_a_line_in_the_middle_and_what_is_no_number_is_a_gap()
    {
        SparkLine.Of([3, 3], 8).Should().Be("▅▅");
        SparkLine.Of([0, double.NaN, 1], 8).Should().Be("▁ █");
        SparkLine.Of([], 8).Should().BeEmpty();
    }

    [Fact]
    public void Curves_can_share_their_range() => SparkLine.Of([5, 15], 8, (0, 10)).Should().Be("▅█");
}
