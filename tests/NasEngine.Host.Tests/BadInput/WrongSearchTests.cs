using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>
/// Recipes that compile, and whose search cannot be: each with the whole answer, its line among it, and nothing is written.
/// WrongSearches.approved.txt has them; an answer is changed there by hand. Those that the compiler or the recipe's own words refuse are in
/// <c>WrongRecipes.approved.txt</c> of the tests of recipes.
/// </summary>
public sealed partial class WrongSearchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Approved.Keys.Order(StringComparer.Ordinal)];

    private static ImmutableDictionary<string, (string Recipe, string Answer)> Approved { get; } =
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "NasEngine.Host.Tests", "BadInput", "WrongSearches.approved.txt"))
            .Split("### ", StringSplitOptions.RemoveEmptyEntries)
            .Select(section => section.Split('\n', 2))
            .ToImmutableDictionary(section => section[0], section => (section[1].Split("\n---\n")[0], section[1].Split("\n---\n")[1].TrimEnd('\n')));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_search_that_cannot_be_is_answered_with_its_line_and_what_would_be_right(string name)
    {
        var (recipe, answer) = Approved[name];
        if (recipe.Contains("\"data\""))
        {
            TinyData.Write(_folder.Of("data"));
        }

        var refused = await Nas.RunAsync(
            _folder.Of(".nas"), CancellationToken.None,
            "run", _folder.Write("recipe.csx", recipe.Replace("\"data\"", $"\"{_folder.Of("data")}\"")), "--isolation", "inproc");

        Folders().Replace(refused.Error, "").TrimEnd('\n').Should().Be("nas: " + answer);
        refused.ExitCode.Should().Be(2);
        Directory.Exists(_folder.Of(".nas")).Should().BeFalse();
    }

    [GeneratedRegex("(?<=[ '])/[^' ]*/(?=[^/' ]+)")]
    private static partial Regex Folders();
}
