using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Pipeline.Tests;

public sealed class NameTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_search_called_by_the_number_of_another_is_a_search_of_its_own()
    {
        foreach (var seed in new ulong[] { 2, 1 })
        {
            await _workspace.RunAsync(ToyParts.Spec() with { Name = $"{seed}", Seed = seed });
        }

        using var journal = Journal.SearchJournal.OpenToRead(_workspace.Folder)!;
        journal.List().Select(header => (header.Spec.Name, header.Spec.Seed)).Should().Equal(("2", 2UL), ("1", 1UL));
        journal.Find("1")!.Id.Should().Be(2);
        journal.Find("3").Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("-w")]
    [InlineData("a b")]
    [InlineData("a\u202Eb")]
    public void What_cannot_be_a_folder_is_no_name(string name)
    {
        var act = () => PreparedSearch.From(ToyParts.Spec() with { Name = name }, _workspace.Parts);

        act.Should().Throw<InputException>().WithMessage($"The search name '{name}' must be of letters*");
    }

    [Theory]
    [InlineData("über_1")]
    [InlineData("поиск")]
    [InlineData("検索")]
    [InlineData("खोज-2")]
    public async Task A_name_may_be_of_any_language(string name)
    {
        await _workspace.RunAsync(ToyParts.Spec() with { Name = name });

        using var journal = Journal.SearchJournal.OpenToRead(_workspace.Folder)!;
        journal.Find(name)!.State.Should().Be("completed");
    }

    [Theory]
    [InlineData('a', 101, 101)]
    [InlineData('検', 34, 102)]
    public void A_name_that_is_too_long_for_its_folder_is_refused_with_its_length(char letter, int letters, int bytes)
    {
        FluentActions.Invoking(() => SearchName.Check(new string(letter, letters), " of recipe 'r.csx'")).Should().Throw<InputException>()
            .WithMessage($"The search name '{new string(letter, 20)}…' of recipe 'r.csx' has {bytes} bytes in UTF-8; it is the name of a folder and may have 100.");
        SearchName.Check(new string('a', SearchName.Longest)).Should().HaveLength(100);
    }

    [Fact]
    public void The_comparison_of_a_search_of_the_longest_name_has_a_name() => SearchName.CheckDerived(
        new WorthName(new string('a', SearchName.Longest), 10_000, BandAround.Winner)
        {
            Seed = 999_999_999_999_999_999,
            Band = new BandShares(0.1234, 12.5678),
        }.ToString());
}
