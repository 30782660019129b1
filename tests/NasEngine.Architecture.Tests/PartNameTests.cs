using System.Text.RegularExpressions;

namespace NasEngine.Architecture.Tests;

/// <summary>The core and the program know no part by name: parts say themselves what they serve.</summary>
public sealed partial class PartNameTests
{
    [Fact]
    public void The_names_are_found() => Names.Should().Contain(["supernet", "from-scratch", "fp-nas", "mnasnet", "darts", "fashion-mnist"]);

    [Fact]
    public void No_part_is_known_by_name()
    {
        var known = new Regex($"(?<![\\w-])[\"'\u2018]({string.Join('|', Names.Select(Regex.Escape))})[\"'\u2019]");
        var places =
            from source in Repository.Sources.Where(IsChecked)
            from line in Repository.Lines(source)
            where !line.TrimStart().StartsWith("///", StringComparison.Ordinal) && known.IsMatch(line)
            select $"{source}: {line.Trim()}";
        places.Should().BeEmpty();
    }

    /// <summary>Ids under which parts are offered: where they are, and the constants that name them.</summary>
    private static HashSet<string> Names =>
    [
        .. from source in Repository.Sources
           where source.StartsWith("plugins/", StringComparison.Ordinal) || source.StartsWith("engine/NasEngine.Networks/", StringComparison.Ordinal)
           let text = string.Join('\n', Repository.Lines(source))
           from match in Offered().Matches(text).Concat(Named().Matches(text))
           select match.Groups[1].Value,
    ];

    private static bool IsChecked(string source) => source.StartsWith("engine/NasEngine.Pipeline/", StringComparison.Ordinal)
        || source.StartsWith("engine/NasEngine.Search/", StringComparison.Ordinal)
        || source.StartsWith("host/", StringComparison.Ordinal);

    [GeneratedRegex("""registry\.(?!Serve)\w+\(\s*"([a-z0-9-]+)"[^)]*?""")]
    private static partial Regex Offered();

    [GeneratedRegex("""const string Id = "([a-z0-9-]+)";""")]
    private static partial Regex Named();
}
