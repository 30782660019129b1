using System.CommandLine;
using NasEngine.Host.Commands.Help;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>A command line that lacks something is told what, in a sentence that says what would be right.</summary>
public sealed class MissingWordsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("best", "'nas best' needs <search>: name or number of a search; 'nas list' shows them.")]
    [InlineData("compare a", "'nas compare' needs <searches>: names or numbers of two searches or more; 'nas list' shows them.")]
    [InlineData("tell a", "'nas tell' needs <number>: number of the trial, as 'nas ask' gave it.")]
    [InlineData("completion", "'nas completion' needs <shell>: bash or zsh.")]
    [InlineData("data check", "'nas data check' needs <path>: a folder of pictures or of IDX files, a table (.csv")]
    [InlineData("import table", "'nas import table' needs <file>: CSV with a header")]
    [InlineData("best a --top", "--top of 'nas best' needs <N>: so many, the best first")]
    [InlineData("best a --workspace", "--workspace of 'nas best' needs <DIR>: ")]
    [InlineData("export a", "'nas export' needs --to <DIR|FILE.onnx>: the model's file")]
    [InlineData("study", "'nas study' needs one of its commands: import, export.")]
    public void What_is_missing_is_said_with_what_it_is(string line, string sentence)
    {
        // The option that lacks its value is the last one.
        var parsed = Nas.Commands.Parse(line);

        FluentActions.Invoking(() => NasEngine.Host.Commands.UsageErrors.ThrowIfAny(parsed))
            .Should().Throw<NasEngine.Contracts.InputException>().Which.Message.Should().StartWith(sentence);
    }

    [Fact]
    public void Every_command_that_needs_something_says_so_in_one_sentence_of_its_own()
    {
        var needy = All(Nas.Commands).Where(command => Needs(command)).ToArray();

        needy.Should().HaveCountGreaterThan(25);
        foreach (var command in needy)
        {
            var name = HelpText.NameOf(command);
            var result = Nas.Run(_folder.Path, name.Split(' ')[1..]);
            result.ShouldRefuse($"nas: '{name}' needs ");
            result.Error.TrimEnd().Should().EndWith(".", name).And.NotContain("Required");
        }
    }

    private static IEnumerable<Command> All(Command command) =>
        command.Subcommands.Where(one => !one.Hidden).SelectMany(one => All(one).Prepend(one));

    private static bool Needs(Command command) => command.Arguments.Any(argument => argument.Arity.MinimumNumberOfValues > 0)
        || command.Options.Any(option => option.Required) || (command.Action is null && command.Subcommands.Count > 0);
}
