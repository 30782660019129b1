using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Pipeline.Tests;

/// <summary>A log is followed line by line.</summary>
public sealed class LogTailTests : IDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("nas-tail-").FullName;

    public void Dispose() => Directory.Delete(_workspace, recursive: true);

    [Fact]
    public void Each_line_is_read_once_the_half_of_one_when_it_is_whole()
    {
        var (log, tail) = (new SearchLog(_workspace, "x"), new LogTail(_workspace));
        tail.HasNews("x").Should().BeFalse();
        tail.Next("x").Should().BeEmpty();
        log.Add(new LogLine(DateTimeOffset.UnixEpoch, "note", "é"));
        tail.HasNews("x").Should().BeTrue();
        File.AppendAllText(log.Path, "{\"at\":\"2026-01-01T00:00:00Z\",");

        tail.Next("x").Select(line => line.Text).Should().Equal("é");
        tail.Next("x").Should().BeEmpty();
        File.AppendAllText(log.Path, "\"kind\":\"note\",\"text\":\"b\"}\n");

        tail.Next("x").Select(line => line.Text).Should().Equal("b");
        tail.HasNews("x").Should().BeFalse();
    }

    [Fact]
    public void One_that_was_begun_anew_is_read_from_its_beginning_and_one_that_was_renamed_goes_on()
    {
        var (log, tail) = (new SearchLog(_workspace, "x"), new LogTail(_workspace));
        log.Add(new LogLine(DateTimeOffset.UnixEpoch, "note", "a long line of an earlier search"));
        tail.Next("x").Should().ContainSingle();
        File.Delete(log.Path);
        log.Add(new LogLine(DateTimeOffset.UnixEpoch, "note", "short"));

        tail.Next("x").Select(line => line.Text).Should().Equal("short");
        SearchLog.Move(_workspace, "x", "y");
        new SearchLog(_workspace, "y").Add(new LogLine(DateTimeOffset.UnixEpoch, "note", "later"));

        tail.Next("y").Select(line => line.Text).Should().Equal("later");
    }
}
