using NasEngine.Host.Output;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Workspaces;

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

    [Theory]
    [InlineData(40, "  n  val acc  text|  1   0.9000  a long text|100   0.8000  b")]
    [InlineData(20, "  n  val acc|  text|  1   0.9000|  a long text|100   0.8000|  b")]
    [InlineData(12, "  n  val acc|  text|  1   0.9000|  a long|  text|100   0.8000|  b")]
    [InlineData(10, "n 1|  val acc 0.9000|  a long|  text|n 100|  val acc 0.8000|  b")]
    public void What_does_not_fit_stands_below_and_is_not_cut(int width, string lines) => TextColumns.Whole(
        [" n", " val acc", "text"], [["1", "0.9000", "a long text"], ["100", "0.8000", "b"]], width).Should().Equal(lines.Split('|'));

    [Fact]
    public void Of_what_may_be_cut_so_much_stays_as_is_enough()
    {
        TextColumns.Whole([" n", "text"], [["1", "a long text"]], 8, least: 5).Should().Equal("n  text", "1  a lo…");
        TextColumns.Whole([" n", "text"], [["1", "a long text"]], 7, least: 5).Should().Equal("n", "  text", "1", "  a", "  long", "  text");
    }

    [Fact]
    public void A_word_that_is_longer_than_a_line_has_one_alone_and_can_be_copied_from_it() =>
        TextWrap.Of("a 0123456789ABCDEF b", "  ", 12).Should().Equal("  a", "  0123456789ABCDEF", "  b");

    [Theory]
    [InlineData(Screen.Endless, "2026-05-04 03:02:01  note        one two three four five six seven eight")]
    [InlineData(72, "2026-05-04 03:02:01  note        one two three four five six seven eight")]
    [InlineData(64, "2026-05-04 03:02:01  note        one two three four five six|                                 seven eight")]
    [InlineData(40, "2026-05-04 03:02:01  note|  one two three four five six seven|  eight")]
    public void A_line_of_a_log_goes_on_under_its_text(int width, string lines) => LogText.Of(
        new LogLine(MadeSearch.At, "note", "one two three four five six seven eight"), width).Should().Equal(lines.Split('|'));

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
