using System.Text;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>What the compiler reads for a recipe decides whether the cache has it, however a line or a file is written.</summary>
public sealed class RecipeReadingTests : RecipeTest
{
    public static TheoryData<string> Directives => new(
        "#load \"word.csx\"\n",
        "\uFEFF#load \"word.csx\"\n",
        "\u00A0#load \"word.csx\"\n",
        "\f#load \"word.csx\"\n",
        "\v#load \"word.csx\"\n",
        "#load\"word.csx\"\n",
        "# load \"word.csx\" // and more\n",
        "/* first */ #load \"word.csx\"\n",
        "#load \"word.csx\"\r",
        "#load \"word.csx\"\u2028",
        "// first\r#load \"word.csx\"\r",
        "#load \"./word.csx\"\r\n");

    [Theory]
    [MemberData(nameof(Directives))]
    public async Task A_change_of_a_loaded_file_is_seen_wherever_the_compiler_sees_the_line(string directive)
    {
        Folder.Write("word.csx", "const string Word = \"old\";");
        try
        {
            await Run(directive + "Print(Word);");
        }
        catch (Contracts.InputException)
        {
            return; // The compiler sees no directive in it either.
        }

        Folder.Write("word.csx", "const string Word = \"new\";");
        await Run(directive + "Print(Word);");
        Runner.Printed.Should().Equal("old", "new");
    }

    [Fact]
    public async Task A_change_behind_a_loaded_file_with_a_byte_order_mark_is_seen()
    {
        const string Recipe = "#load \"outer.csx\"\nPrint(Word);";
        File.WriteAllText(Folder.Of("outer.csx"), "#load \"word.csx\"\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Folder.Write("word.csx", "const string Word = \"old\";");
        await Run(Recipe);
        Folder.Write("word.csx", "const string Word = \"new\";");
        await Run(Recipe);
        Runner.Printed.Should().Equal("old", "new");
    }

    [Fact]
    public async Task A_line_of_a_string_or_a_comment_that_looks_like_a_directive_is_none()
    {
        Folder.Write("word.csx", "nonsense");
        await Run("/*\n#load \"word.csx\"\n*/\nPrint(@\"\n#load \"\"word.csx\"\"\n\".Trim());");
        Runner.Printed.Should().Equal("#load \"word.csx\"");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public async Task A_recipe_with_a_byte_order_mark_is_read_by_it_and_so_is_what_it_loads(string encoding)
    {
        File.WriteAllText(Folder.Of("word.csx"), "const string Word = \"größer\";", Encoding.GetEncoding(encoding));
        File.WriteAllText(Folder.Of("recipe.csx"), "#load \"word.csx\"\nPrint(Word + \"ß\");", Encoding.GetEncoding(encoding));
        await RunFile(Folder.Of("recipe.csx"));
        Runner.Printed.Should().Equal("größerß");
    }

    [Fact]
    public async Task Text_in_Latin_1_is_refused_with_its_byte_and_not_read_as_something_else()
    {
        File.WriteAllText(Folder.Of("recipe.csx"), "Print(\"größer\");", Encoding.Latin1);
        (await FluentActions.Awaiting(() => RunFile(Folder.Of("recipe.csx"))).Should().ThrowAsync<Contracts.InputException>())
            .WithMessage("*recipe.csx' is not text in UTF-8: byte F6 at 9*save it as UTF-8.");

        File.WriteAllText(Folder.Of("word.csx"), "const string Word = \"größer\";", Encoding.Latin1);
        (await Refusal("#load \"word.csx\"\nPrint(Word);")).Should().Contain("recipe.csx:1:").And.Contain("is not text in UTF-8: byte F6");
    }

    [Fact]
    public async Task UTF_16_without_a_byte_order_mark_is_refused()
    {
        File.WriteAllBytes(Folder.Of("recipe.csx"), Encoding.Unicode.GetBytes("Print(1);"));
        (await FluentActions.Awaiting(() => RunFile(Folder.Of("recipe.csx"))).Should().ThrowAsync<Contracts.InputException>())
            .WithMessage("*holds a zero character*save it as UTF-8.");
    }

    [Fact]
    public async Task The_summary_of_a_recipe_ends_with_its_lines_whatever_ends_them() =>
        (await new NasEngine.Extensibility.Recipes.RecipeRunner(Folder.Of("cache"))
            .DescribeAsync(Folder.Write("recipe.csx", "\uFEFF// Says what it does.\r// And more.\rPrint(1);\r"))).Summary
            .Should().Be("Says what it does. And more.");

    [Fact]
    public async Task A_library_that_was_built_anew_is_compiled_against()
    {
        const string Recipe = "#r\"lib/Answers.dll\"\nPrint(Answers.Ultimate);";
        Plugins.PluginSource.Compile(Folder.Of("lib/Answers.dll"), "public static class Answers { public const int Ultimate = 41; }");
        await Run(Recipe);
        Plugins.PluginSource.Compile(Folder.Of("lib/Answers.dll"), "public static class Answers { public const int Ultimate = 42; }");
        await Run(Recipe);
        Runner.Printed.Should().Equal("41", "42");
    }
}
