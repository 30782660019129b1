using NasEngine.Benchmarks;
using NasEngine.Benchmarks.OneShot;

namespace NasEngine.Strategies.Tests.Benchmarks;

public sealed class FinishedCasesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-finished-");
    private int _measured;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_measured_is_there_at_the_next_start_and_is_not_measured_again()
    {
        var first = new FinishedCases(File).Row(Case("one"));
        var next = new FinishedCases(File);

        next.Row(Case("one")).Should().BeEquivalentTo(first).And.HaveCount(3);
        _measured.Should().Be(1);
        next.Row(Case("two"));
        _measured.Should().Be(2);
    }

    [Fact]
    public void A_line_that_was_cut_off_is_measured_again()
    {
        new FinishedCases(File).Row(Case("one"));
        var text = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, text + text[..20]);

        new FinishedCases(File).Row(Case("one"));
        _measured.Should().Be(1);
        System.IO.File.WriteAllText(File, text[..20]);
        new FinishedCases(File).Row(Case("one"));
        _measured.Should().Be(2);
    }

    private string File => Path.Combine(_folder.FullName, "table", "rows.jsonl");

    private BenchmarkCase Case(string key) => new(key, () =>
    {
        _measured++;
        return new Dictionary<string, object> { ["method"] = key, ["samples"] = 7L, ["seconds"] = 0.25 };
    });
}
