using System.CommandLine;
using NasEngine.Contracts;

namespace NasEngine.Host.Commands.Clusters;

/// <summary><c>--tags</c>: what a machine is good for.</summary>
internal static class TagsOption
{
    /// <summary>Of a machine that runs searches.</summary>
    public static Option<string?> OfThisMachine { get; } = new("--tags")
    {
        Description = "What this machine counts as where a recipe says .On(\"gpu\"): words joined by commas.",
        HelpName = "TAGS",
    };

    /// <summary>Of a node.</summary>
    public static Option<string?> OfNode { get; } = new("--tags")
    {
        Description = "What the node is good for, where a recipe says .On(\"gpu\"): words joined by commas.",
        HelpName = "TAGS",
    };

    /// <summary>What it says.</summary>
    /// <exception cref="InputException">Something else than tags.</exception>
    public static MachineTags Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? MachineTags.Parse(text) : MachineTags.None;
}
