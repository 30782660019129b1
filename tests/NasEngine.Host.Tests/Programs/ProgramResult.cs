using System.Text.Json;

namespace NasEngine.Host.Tests.Programs;

/// <summary>What a run of the program left.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>The last line as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output.TrimEnd().Split('\n')[^1]).RootElement;

    /// <summary>The result of a run that succeeded.</summary>
    public ProgramResult Succeeded()
    {
        ExitCode.Should().Be(0, "it wrote {0}", Error);
        return this;
    }

    /// <summary>Checks that bad input was refused: exit code 2 and one sentence with these words in it.</summary>
    public void ShouldRefuse(params string[] words)
    {
        Error.TrimEnd().Should().StartWith("nas: ").And.NotContain("\n").And.NotContain("   at ").And.ContainAll(words);
        ExitCode.Should().Be(2);
    }
}
