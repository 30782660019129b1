using NasEngine.Extensibility.Recipes;
using NasEngine.Extensibility.Tests.Inline;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>docs/recipes.md says what recipes can say, and its examples compile.</summary>
public sealed class RecipeReferenceTests : InlineTest
{
    private static readonly RecipeReference Page = RecipeReference.Make();

    [Fact]
    public void The_page_is_what_the_docs_in_the_code_say()
    {
        var path = Repository.Path("docs", "recipes.md");
        if (Environment.GetEnvironmentVariable("NASENGINE_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, Page.Text);
        }

        File.ReadAllText(path).Should().Be(Page.Text, "it is written anew where NASENGINE_WRITE_DOCS=1 when this test runs");
    }

    [Fact]
    public void Every_method_has_an_example() => Page.Without.Should().BeEmpty();

    [Fact]
    public async Task The_examples_compile()
    {
        var lines = Page.Examples.Select(example => example switch
        {
            _ when example.StartsWith('.') => $"Search(\"x\"){example};",
            _ when example.EndsWith(';') => $"{{ {example} }}",
            _ => $"_ = {example};",
        });
        var path = Folder.Write("examples.csx", $"{Classes}async Task All(SearchResult result)\n{{\n{string.Join('\n', lines)}\n}}\n");

        await FluentActions.Awaiting(() => new RecipeRunner(Folder.Of("cache")).DescribeAsync(path)).Should().NotThrowAsync();
        Page.Examples.Should().HaveCountGreaterThan(40);
    }
}
