using System.CommandLine;
using System.Diagnostics;
using NasEngine.Host.Commands.Help;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Reading;

/// <summary>Help teaches, and shells complete.</summary>
public sealed class HelpTextTests
{
    private static readonly RootCommand Program = Nas.Commands;

    [Fact]
    public void Without_a_command_examples_come_first_and_every_command_is_there()
    {
        var lines = HelpText.Of(Program, 100).ToArray();

        lines[0].Should().StartWith("NasEngine: neural-architecture search");
        var examples = Array.IndexOf(lines, "Examples");
        examples.Should().BeInRange(1, 6);
        lines[examples + 1].Should().StartWith("  nas run scripts/quickstart.csx");
        lines.Should().ContainInOrder("Search", "Look", "Act", "Parts and machine", "Everywhere");
        foreach (var command in Program.Subcommands.Where(command => !command.Hidden))
        {
            lines.Should().Contain(line => line.StartsWith($"  {command.Name} ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Examples_are_command_lines_that_the_program_understands()
    {
        Program.Subcommands.Count(command => Examples.Of($"nas {command.Name}").Count > 0).Should().BeGreaterThan(20);
        foreach (var command in Program.Subcommands.Where(command => !command.Hidden))
        {
            foreach (var (line, _) in Examples.Of($"nas {command.Name}").Where(example => example.Line.StartsWith("nas ", StringComparison.Ordinal)))
            {
                Program.Parse(line.Split(" >")[0].Replace("'", "\"")["nas ".Length..]).Errors.Should().BeEmpty(line);
            }
        }
    }

    [Fact]
    public void Options_stand_in_groups_with_their_words_and_defaults()
    {
        var text = string.Join('\n', HelpText.Of(Of("run"), 110));

        text.Should().ContainAll("\nUsage\n  nas run <recipe> [options]\n", "\nWorkers\n", "\nLimits\n", "\nFiles and plugins\n", "\nEverywhere\n",
            "--isolation <inproc|process>", "(default: 30)", "(default: .nas)");
        text.Should().NotContain("(default: False)").And.NotContain("/?");
        string.Join('\n', HelpText.Of(Of("compare"), 110)).Should().Contain("nas compare <searches>... [options]");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void It_is_wrapped_at_the_terminals_edge_and_no_word_is_lost(int width)
    {
        foreach (var command in Program.Subcommands)
        {
            var wide = HelpText.Of(command, 10_000).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
            var narrow = HelpText.Of(command, width).ToArray();
            narrow.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Equal(wide);
        }
    }

    [Theory]
    [InlineData("nas tri", "trials")]
    [InlineData("nas plugins s", "show swap")]
    [InlineData("nas trials --st", "--state")]
    [InlineData("nas trials --state ", "done failed open")]
    [InlineData("nas completion ", "bash zsh --")]
    [InlineData("nas best p", "part")]
    [InlineData("nas --workspace elsewhere watch ", "other --")]
    public async Task Bash_completes_commands_options_their_words_and_the_names_of_searches(string line, string expected)
    {
        using var folder = new TempFolder();
        folder.Write("script", Completion.Bash(Program));
        folder.Write("try", """
            nas() { case "$*" in "list --names") echo part; echo pause;; "list --names --workspace elsewhere") echo other;; esac; }
            source ./script
            line=$1; COMP_WORDS=($line); [[ $line == *" " ]] && COMP_WORDS+=(""); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _nas; echo "${COMPREPLY[@]}"
            """);
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["try", line])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;

        var output = await bash.StandardOutput.ReadToEndAsync();
        (await bash.StandardError.ReadToEndAsync()).Should().BeEmpty();
        output.Trim().Split(' ').Should().Contain(expected.Split(' ').Where(word => word != "--"));
        output.Contains("--", StringComparison.Ordinal).Should().Be(expected.Contains("--", StringComparison.Ordinal));
    }

    [Fact]
    public void Zsh_gets_the_same_words() => Completion.Zsh(Program).Should().ContainAll(
        "compdef _nas nas", "\" trials\") offer=\"", "--state) found=\"done failed open\"; return ;;", "list --names $workspace")
        .And.NotContain("COMPREPLY");

    private static Command Of(string name) => Program.Subcommands.First(command => command.Name == name);
}
