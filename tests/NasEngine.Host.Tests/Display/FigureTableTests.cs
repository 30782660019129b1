using NasEngine.Host.Output;

namespace NasEngine.Host.Tests.Display;

public sealed class FigureTableTests
{
    private static readonly string[] Heads = ["", "test acc", "val acc", "MACs"];
    private static readonly string[][] Rows = [["best", "0.9040", "0.9220", "4.32 M"], ["runner-up", "0.9074", "0.9150", "–"]];

    /// <summary>A border at the left, and of each column its widest cell with two blanks and a border.</summary>
    [Theory]
    [InlineData(200, 4)]
    [InlineData(1 + 12 + 11 + 10 + 9, 4)]
    [InlineData(1 + 12 + 11 + 10 + 8, 3)]
    [InlineData(1 + 12 + 11, 2)]
    [InlineData(5, 2)]
    public void It_has_the_columns_that_stand_beside_each_other_in_a_terminal(int width, int columns) =>
        FigureTable.Fitting(Heads, Rows, width).Should().Be(columns);
}
