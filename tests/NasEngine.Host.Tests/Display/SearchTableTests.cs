using NasEngine.Host.Output;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Tests.Display;

/// <summary><c>nas list</c> at the widths of terminals.</summary>
public sealed class SearchTableTests
{
    [Theory]
    [InlineData(40, "id, search, state")]
    [InlineData(60, "id, search, state, method")]
    [InlineData(80, "id, search, state, method, seed, time")]
    [InlineData(200, "id, search, state, method, seed, time, started (UTC)")]
    public void Columns_that_there_is_no_room_for_are_left_out_and_the_others_are_whole(int width, string columns)
    {
        var lines = Draw(width, "quickstart", "random-fashion");

        lines[1].Split('│', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Should().Equal(columns.Split(", "));
        lines.Should().HaveCount(6, "every search stands on one line").And.NotContain(line => line.Contains('…', StringComparison.Ordinal));
        lines.Should().Contain(line => line.Contains("quickstart", StringComparison.Ordinal)).And.Contain(
            line => line.Contains("random-fashion", StringComparison.Ordinal) && line.Contains("completed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    public void A_name_that_is_longer_than_the_terminal_is_broken_and_shown_whole(int width)
    {
        var name = new string('n', 99);
        string.Concat(Draw(width, name)).Count(letter => letter == 'n').Should().BeGreaterThanOrEqualTo(99);
    }

    private static string[] Draw(int width, params string[] names)
    {
        using var terminal = new Terminal(width, 60);
        terminal.Console().Write(SearchTable.Of(
            [.. names.Select((name, id) => (Header(id, name), "completed"))], width));
        return [.. terminal.Lines.Where(line => line.Length > 0)];
    }

    private static SearchHeader Header(int id, string name) => new(
        id, Specs.Supernet with { Name = name }, new SearchOrigin("1", "cpu", null, [], null), DateTimeOffset.UnixEpoch, 65, "completed");
}
