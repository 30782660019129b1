using System.Text.RegularExpressions;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>The plugin that docs/plugins.md writes is compiled as it stands there, and its own conformance tests are run.</summary>
public sealed partial class PluginGuideTests
{
    private static readonly Lazy<CompiledTests> Guide = new(() => CompiledTests.Of(
        "Mine", CSharpBlock().Matches(File.ReadAllText(Repository.Path("docs", "plugins.md"))).Select(block => block.Groups[1].Value)));

    public static IEnumerable<object[]> Facts => Guide.Value.All.Select(one => new object[] { one.Type, one.Fact });

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_guides_plugin_passes(string tests, string fact) => Guide.Value.Run(tests, fact);

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
