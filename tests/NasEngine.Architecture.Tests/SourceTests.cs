using System.Text.RegularExpressions;

namespace NasEngine.Architecture.Tests;

/// <summary>Rules on the text of the sources.</summary>
public sealed partial class SourceTests
{
    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Repository.Sources.Where(source => Repository.Lines(source).Length > 400).Should().BeEmpty();

    [Fact]
    public void No_file_of_search_and_pipeline_is_longer_than_250_lines() =>
        SearchAndPipeline.Where(source => Repository.Lines(source).Length > 250).Should().BeEmpty();

    [Fact]
    public void No_line_of_the_product_is_longer_than_140_characters() =>
        Repository.Sources.Where(source => source.Split('/')[0] is "engine" or "plugins" or "host")
            .SelectMany(source => Code(source).Where(line => line.Length > 140).Select(line => $"{source}: {line.Trim()}"))
            .Should().BeEmpty();

    [Fact]
    public void Namespaces_are_those_of_files() => Places(_ => true, Block()).Should().BeEmpty();

    [Fact]
    public void No_source_is_compiled_on_a_condition() =>
        Places(_ => true, Conditional()).Should().BeEmpty();

    [Fact]
    public void No_number_is_read_as_one_with_a_comma_for_thousands() =>
        Places(source => !source.StartsWith("tests/", StringComparison.Ordinal), Grouped()).Should().BeEmpty("1,5 would be read as 15");

    [Fact]
    public void Nothing_is_left_for_later() => Places(_ => true, Unfinished()).Should().BeEmpty();

    [Fact]
    public void Nothing_stands_in_for_a_package()
    {
        Repository.AllProjects.Where(project => project.Contains("compat", StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        Places(_ => true, Substitute()).Should().BeEmpty();
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Append(Path.Combine(Repository.Root, "README.md"))
            .Where(page => Substitute().IsMatch(File.ReadAllText(page))).Should().BeEmpty();
    }

    [Fact]
    public void Banned_symbols_are_checked_in_every_build()
    {
        File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props")).Should().Contain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        File.ReadAllLines(Path.Combine(Repository.Root, "BannedSymbols.txt")).Should().Contain(line => line.StartsWith("P:System.DateTime.UtcNow;"));
    }

    private static HashSet<string> SearchAndPipeline => [.. Repository.Sources.Where(source =>
        source.StartsWith("engine/NasEngine.Search/", StringComparison.Ordinal)
        || source.StartsWith("engine/NasEngine.Pipeline/", StringComparison.Ordinal))];

    /// <summary>The lines of a source without those of raw strings, which are texts.</summary>
    private static IEnumerable<string> Code(string source)
    {
        var isText = false;
        foreach (var line in Repository.Lines(source))
        {
            var marks = line.Split("\"\"\"").Length - 1;
            if (!isText)
            {
                yield return line;
            }

            isText ^= marks % 2 == 1;
        }
    }

    private static IEnumerable<string> Places(Func<string, bool> among, Regex pattern) =>
        from source in Repository.Sources.Where(among)
        from line in Repository.Lines(source).Select((text, number) => (Text: text, Number: number + 1))
        where pattern.IsMatch(line.Text)
        select $"{source}:{line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"^namespace [^;]*$")]
    private static partial Regex Block();

    [GeneratedRegex(@"^\s*#\s*(if|elif)\b")]
    private static partial Regex Conditional();

    [GeneratedRegex(@"\b(double|float|decimal)\.(Try)?Parse\((?!.*NumberStyles\.(Float|None))")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"stand[-]ins?\b|engine/com[p]at|Upstream[P]ackages", RegexOptions.IgnoreCase)]
    private static partial Regex Substitute();

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HAC[K]|NotImplemented[E]xception)\b")]
    private static partial Regex Unfinished();
}
