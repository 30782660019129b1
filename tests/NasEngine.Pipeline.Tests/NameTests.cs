using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;

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
    [InlineData("über")]
    public void What_cannot_be_a_folder_is_no_name(string name)
    {
        var act = () => PreparedSearch.From(ToyParts.Spec() with { Name = name }, _workspace.Parts);

        act.Should().Throw<InputException>().WithMessage($"The search name '{name}' must be of letters*");
    }
}
