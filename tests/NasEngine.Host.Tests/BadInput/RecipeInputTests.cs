using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>A recipe that cannot be run is refused in one sentence, and nothing is written.</summary>
public sealed class RecipeInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_unknown_recipe_is_named()
    {
        var result = await NasProgram.RunAsync(_folder.Path, "run", "nope.csx");

        result.ShouldRefuse("nope.csx", "no such file", ".csx");
        _folder.Content.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("// A comment.\n")]
    public async Task A_recipe_of_nothing_is_refused(string text)
    {
        _folder.Write("empty.csx", text);

        (await NasProgram.RunAsync(_folder.Path, "run", "empty.csx")).ShouldRefuse("Recipe 'empty.csx' is empty", "Search(");
    }

    [Fact]
    public async Task A_recipe_that_does_not_compile_is_refused_with_file_line_column_and_the_line()
    {
        _folder.Write("bad.csx", "var steps = 3;\nvar result = await Serch(\"x\").RunAsync();\n");

        var result = await NasProgram.RunAsync(_folder.Path, "run", "bad.csx");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Be(
            "nas: bad.csx:2:20: there is no 'Serch'; did you mean 'Search'?\n" +
            "    var result = await Serch(\"x\").RunAsync();\n" +
            "                       ^\n");
        _folder.Content.Should().Equal("bad.csx");
    }

    [Fact]
    public async Task An_exception_of_the_recipe_itself_is_told_with_its_line()
    {
        _folder.Write("throws.csx", "var x = 1;\nthrow new InvalidOperationException(\"too bad\");\n");

        var result = await NasProgram.RunAsync(_folder.Path, "run", "throws.csx");

        result.ShouldRefuse("throws.csx:2", "too bad");
    }

    [Theory]
    [InlineData("stepz=3", "'stepz'", "did you mean 'steps'?")]
    [InlineData("steps=many", "'steps'", "'many'", "whole number")]
    [InlineData("steps=0", "'steps'", "'0'", "from 1")]
    [InlineData("steps", "'steps'", "NAME=VALUE")]
    public async Task A_parameter_that_cannot_be_is_named_with_what_would_be_right(string set, params string[] words)
    {
        var result = await NasProgram.RunAsync(_folder.Path, "run", Repository.FpNas, "--set", set);

        result.ShouldRefuse(words);
        _folder.Content.Should().BeEmpty();
    }

    [Fact]
    public async Task Verbose_adds_the_stack_trace()
    {
        var result = await NasProgram.RunAsync(_folder.Path, "run", "nope.csx", "--verbose");

        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith("nas: Recipe 'nope.csx'").And.Contain("   at NasEngine.");
    }
}
