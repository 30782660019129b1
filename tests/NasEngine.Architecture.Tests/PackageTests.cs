using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NasEngine.Architecture.Tests;

/// <summary>
/// What <c>./nas pack</c> makes packages of says what it is, and is built with its docs and symbols. <c>tests/acceptance/from-nothing</c>
/// looks into the packages themselves.
/// </summary>
public sealed partial class PackageTests
{
    private const string Tool = "host/NasEngine.Host/Tool.targets";

    public static TheoryData<string> Libraries => [.. Packed().Match(Script).Groups["projects"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string Script => File.ReadAllText(Path.Combine(Repository.Root, "host/launcher/pack.sh"));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_has_a_description_tags_docs_symbols_and_a_place_in_the_readme_of_all(string project)
    {
        var name = Path.GetFileName(project);
        var built = Path.Combine(Repository.Root, "artifacts", "bin", name, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)));

        MustBeDescribed($"{project}/{name}.csproj", name);
        new[] { ".dll", ".xml", ".pdb" }.Should().OnlyContain(ending => File.Exists(Path.Combine(built, name + ending)));
    }

    [Fact]
    public void The_tool_has_a_description_and_tags_and_holds_the_plugins_the_recipes_the_natives_and_the_web_view()
    {
        Script.Should().Contain("host/NasEngine.Host/NasEngine.Host.csproj").And.Contain("-p:NasEngineTool=true");
        MustBeDescribed(Tool, "NasEngine.Tool");
        Read(Tool).Descendants("RuntimeIdentifiers").Single().Value.Should().Be("linux-x64;win-x64;osx-arm64", "docs/install.md names these");
        var beside = Read(Tool).Descendants("ResolvedFileToPublish").Select(file => file.Attribute("Include")!.Value);
        beside.Should().Equal("@(_PluginFile)", "$(ManifestOfTool)", "@(_Recipe)", "@(_Native)", "@(_WebPath->'%(From)')");
    }

    [Fact]
    public void All_have_the_readme_and_the_authors()
    {
        var common = Read("Directory.Build.props").Descendants().ToLookup(element => element.Name.LocalName, element => element);

        common["PackageReadmeFile"].Should().ContainSingle().Which.Value.Should().Be("README.md");
        common["None"].Should().Contain(file => file.Attribute("Include")!.Value.EndsWith("docs/packages.md") && file.Attribute("PackagePath")!.Value == "README.md");
        common["Authors"].Should().ContainSingle().Which.Value.Should().NotBeEmpty();
    }

    private static void MustBeDescribed(string project, string package)
    {
        var properties = Read(project).Descendants("PropertyGroup").Elements().ToLookup(one => one.Name.LocalName, one => one.Value);

        properties["Description"].Should().ContainSingle().Which.Should().EndWith(".");
        properties["PackageTags"].Should().ContainSingle().Which.Should().Contain("neural-architecture-search");
        File.ReadAllText(Path.Combine(Repository.Root, "docs/packages.md")).Should().Contain($"| `{package}` |");
    }

    private static XDocument Read(string file) => XDocument.Load(Path.Combine(Repository.Root, file));

    [GeneratedRegex("for project in (?<projects>[^;]+);")]
    private static partial Regex Packed();
}
