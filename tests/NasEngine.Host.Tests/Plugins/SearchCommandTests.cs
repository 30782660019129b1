using System.IO.Compression;
using NasEngine.Extensibility.Tests.Plugins;
using NasEngine.Host.Commands.Plugins;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Plugins;

/// <summary><c>nas plugins search</c> in a feed that is a folder, and <c>nas plugins add</c> of what is found.</summary>
public sealed class SearchCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Feed => Directory.CreateDirectory(_folder.Of("feed")).FullName;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Packages_with_the_tag_of_plugins_and_all_the_words_are_listed_with_how_one_is_added()
    {
        Pack("Mine.Annealing", "1.0.0", "Simulated annealing.", "nasengine-plugin cooling");
        Pack("Mine.Annealing", "1.2.0-beta.1", "Simulated annealing\n  that cools.", "nasengine-plugin cooling");
        Pack("Mine.Waves", "2.0.0", "A space of waves.", "nasengine-plugin");
        Pack("Other.Annealing", "3.0.0", "Annealing for other programs.", "cooling");

        Search("annealing").Output.Should().Be(
            $"Mine.Annealing 1.2.0-beta.1  Simulated annealing that cools. ({Feed})\nAdd one: nas plugins add Mine.Annealing --version 1.2.0-beta.1\n");
        Search("ANNEALING", "cooling").Output.Should().StartWith("Mine.Annealing 1.2.0-beta.1  ");
        Search().Output.Split('\n')[..2].Select(line => line.Split(' ')[0]).Should().Equal("Mine.Annealing", "Mine.Waves");
        Search("waves", "--json").Json.GetProperty("packages").EnumerateArray().Single().GetProperty("id").GetString().Should().Be("Mine.Waves");
        Search("annealing", "waves").Output.Should().Be($"No plugin with 'annealing waves' is in {Feed}.\n");
    }

    [Fact]
    public void A_feed_that_cannot_be_asked_is_told_in_a_sentence() =>
        Nas.Run(_folder.Path, "plugins", "search", "x", "--feed", _folder.Of("none")).ShouldRefuse("Feed '", "cannot be asked", "none");

    [Fact]
    public void The_feeds_are_those_that_NuGet_is_configured_with_for_the_folder()
    {
        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="mine" value="{Feed}" /><add key="off" value="/off" /></packageSources>
              <disabledPackageSources><add key="off" value="true" /></disabledPackageSources>
            </configuration>
            """);

        FeedSearch.ConfiguredFor(_folder.Path).Select(feed => (feed.Name, feed.Source)).Should().Equal(("mine", Feed));
    }

    /// <summary>By name and version, and as a file: what it needs comes along, but for what the program has, and what only that needs.</summary>
    [Fact]
    public async Task A_package_is_added_from_the_configured_feed_or_as_a_file_and_runs_on_its_own_dependencies()
    {
        PrivateLibrary.CompilePlugin(_folder.Of("made/Mine.ManyDigits.dll"), "digits", 2);
        PluginSource.Compile(_folder.Of("made/TorchSharp.dll"), "public static class Torch;");
        PluginSource.Compile(_folder.Of("made/Wire.dll"), "public static class Wire;");
        Pack("Mine.ManyDigits", "1.2.3", "Digits.", "nasengine-plugin", "Mine.ManyDigits.dll", ("Mine.Little", "2.0.0"), ("TorchSharp", "0.9.0"));
        Pack("Mine.Little", "2.0.0", "A library.", "", PrivateLibrary.Name + ".dll");
        Pack("TorchSharp", "0.9.0", "Tensors.", "", "TorchSharp.dll", ("Mine.Wire", "1.0.0"));
        Pack("Mine.Wire", "1.0.0", "What tensors need.", "", "Wire.dll");
        _folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{_folder.Of("packages")}" /></config>
              <packageSources><clear /><add key="mine" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);

        foreach (var package in new[] { new[] { "Mine.ManyDigits", "--version", "1.2.3" }, ["feed/Mine.ManyDigits.1.2.3.nupkg"] })
        {
            var added = (await NasProgram.RunAsync(_folder.Path, ["plugins", "add", .. package])).Succeeded();

            added.Output.Should().StartWith("Plugin 'many-digits' is").And.Contain("  dataset digits: 2 of 2\n");
            File.ReadAllText(_folder.Of("plugins.json")).Should().Contain("plugins/Mine.ManyDigits.1.2.3");
            Directory.GetFiles(_folder.Of("plugins/Mine.ManyDigits.1.2.3")).Select(path => Path.GetFileName(path))
                .Should().BeEquivalentTo("Mine.ManyDigits.dll", "Mine.ManyDigits.deps.json", PrivateLibrary.Name + ".dll");
            Directory.Delete(_folder.Of("plugins"), recursive: true);
        }
    }

    private ProgramResult Search(params string[] words) => Nas.Run(_folder.Path, ["plugins", "search", .. words, "--feed", Feed]).Succeeded();

    private void Pack(
        string id, string version, string description, string tags, string? assembly = null, params (string Id, string Version)[] needs)
    {
        using var package = ZipFile.Open(Path.Combine(Feed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        if (assembly is not null)
        {
            package.CreateEntryFromFile(_folder.Of("made/" + assembly), "lib/net10.0/" + assembly);
        }

        using var writer = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        writer.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>test</authors><description>{description}</description><tags>{tags}</tags>
              <dependencies><group targetFramework="net10.0">
                {string.Join("", needs.Select(one => $"<dependency id=\"{one.Id}\" version=\"{one.Version}\" />"))}
              </group></dependencies>
            </metadata></package>
            """);
    }
}
