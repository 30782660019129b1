using System.IO.Compression;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>A manifest is changed by commands, and what its user wrote in it stays.</summary>
public sealed class ManifestChangeTests : PluginTest
{
    private const string Commented = """
        {
          // ours
          "plugins": [
            { "id": "a", "path": "bin/A.dll" }, // the first, with a comma
            /* { "id": "off", "path": "x" }, */
            { "id": "b", "path": "/opt/B.dll" } // the last
          ] // all
        }

        """;

    private string Manifest => Folder.Of("plugins.json");

    [Fact]
    public void An_entry_comes_after_the_last_and_comments_stay()
    {
        Folder.Write("plugins.json", Commented);

        ManifestFile.Add(Manifest, "c", Folder.Of("bin/C.dll")).Should().BeTrue();
        ManifestFile.Add(Manifest, "c", Folder.Of("bin/C.dll")).Should().BeFalse("it is there");

        File.ReadAllText(Manifest).Should().Be(Commented.Replace(
            "B.dll\" } // the last\n", "B.dll\" }, // the last\n    { \"id\": \"c\", \"path\": \"bin/C.dll\" }\n"));
    }

    [Theory]
    [InlineData("a", "    { \"id\": \"a\", \"path\": \"bin/A.dll\" }, // the first, with a comma\n", "     // the first, with a comma\n")]
    [InlineData("b", "    { \"id\": \"b\", \"path\": \"/opt/B.dll\" } // the last\n", "     // the last\n")]
    public void An_entry_goes_and_all_else_stays(string id, string entry, string left)
    {
        Folder.Write("plugins.json", Commented);

        ManifestFile.Remove(Manifest, id);

        var text = File.ReadAllText(Manifest);
        text.Should().Be((id == "b" ? Commented.Replace("A.dll\" },", "A.dll\" }") : Commented).Replace(entry, left));
        PluginManifest.Read([Manifest]).Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"plugins":[]}""")]
    [InlineData("""{"plugins":[{"id":"a","path":"A.dll"}]}""")]
    [InlineData("""{"plugins":[{"id":"a","path":"A.dll"},]}""")]
    [InlineData("""{"plugins":[ /* [,] */ {"id":"a","path":"A.dll" /* , */ } /* , */ , /* , */ ]}""")]
    [InlineData("{\n  \"plugins\": [\n    {\n      \"id\": \"a,]}\",\n      \"path\": \"A.dll\"\n    },\n    // ,\n  ]\n}\n")]
    [InlineData("{\r\n  \"plugins\": [\r\n    { \"path\": \"ü\", \"id\": \"a\" }\r\n  ]\r\n}\r\n")]
    public void What_is_added_is_read_and_what_is_removed_is_gone(string text)
    {
        Folder.Write("plugins.json", text);
        var before = PluginManifest.Read([Manifest]);

        ManifestFile.Add(Manifest, "new", Folder.Of("x/New \"1\".dll"));
        PluginManifest.Read([Manifest]).Should().Equal([.. before, new PluginEntry("new", Folder.Of("x/New \"1\".dll"), Manifest)]);
        ManifestFile.Add(Manifest, "last", "/opt/Last.dll");
        ManifestFile.Remove(Manifest, "new");
        PluginManifest.Read([Manifest]).Should().Equal([.. before, new PluginEntry("last", "/opt/Last.dll", Manifest)]);
        foreach (var entry in before.Select(entry => entry.Id).Append("last"))
        {
            ManifestFile.Remove(Manifest, entry);
        }

        PluginManifest.Read([Manifest]).Should().BeEmpty();
    }

    [Fact]
    public void A_new_manifest_names_its_schema_which_lies_beside_it()
    {
        ManifestFile.Add(Manifest, "a", "/opt/A.dll").Should().BeTrue();

        File.ReadAllText(Manifest).Should().Be(
            "{\n  \"$schema\": \"./plugins.schema.json\",\n  \"plugins\": [\n    { \"id\": \"a\", \"path\": \"/opt/A.dll\" }\n  ]\n}\n");
        JsonDocument.Parse(File.ReadAllText(Folder.Of("plugins.schema.json"))).RootElement.GetProperty("required")[0].GetString().Should().Be("plugins");
        PluginManifest.Read([Manifest]).Should().ContainSingle();
    }

    [Theory]
    [InlineData("{\n  \"plugin\": []\n}", "', line 2, column 3: unknown member 'plugin': did you mean 'plugins'?")]
    [InlineData("{\n\"plugins\": [{\"id\": \"a\", \"pat\": \"b\"}]}", "', line 2, column 25: unknown member 'pat' of an entry: did you mean 'path'?")]
    [InlineData("{\"plugins\": [\n  {\"id\": \"a\", \"path\": \"b\"},\n  {\"id\": \"a\"}]}", "', line 3, column 3: entry 2 of 'plugins' has no text 'path'; an entry is {\"id\": …, \"path\": …}.")]
    public void A_mistake_is_told_with_line_and_column(string text, string message)
    {
        Folder.Write("plugins.json", text);
        Refusal(() => PluginManifest.Read([Manifest])).Should().EndWith(message);
        Refusal(() => ManifestFile.Add(Manifest, "x", "/x")).Should().EndWith(message);
        File.ReadAllText(Manifest).Should().Be(text);
    }

    [Fact]
    public void An_id_that_is_taken_or_not_there_is_refused()
    {
        Folder.Write("plugins.json", Commented);
        Refusal(() => ManifestFile.Add(Manifest, "a", "/opt/Other.dll")).Should().Contain("names a plugin 'a' already, at 'bin/A.dll'; remove that first");
        Refusal(() => ManifestFile.Remove(Manifest, "aa")).Should().EndWith("names no plugin 'aa': did you mean 'a'?");
        Refusal(() => ManifestFile.Remove(Folder.Of("none.json"), "a")).Should().Contain("cannot be read");
    }

    [Fact]
    public void The_plugin_of_a_folder_is_the_assembly_that_has_a_class_for_it()
    {
        PluginSource.Compile(Folder.Of("built/Mine.dll"), PluginSource.Dataset("digits", "d"));
        File.Copy(typeof(IPlugin).Assembly.Location, Folder.Of("built/NasEngine.Contracts.dll"));
        File.WriteAllText(Folder.Of("built/native.dll"), "no assembly");
        PluginInspection.AssemblyOf(Folder.Of("built")).Should().Be(Folder.Of("built/Mine.dll"));

        PluginSource.Compile(Folder.Of("built/Other.dll"), PluginSource.Dataset("more", "d"));
        Refusal(() => PluginInspection.AssemblyOf(Folder.Of("built"))).Should().EndWith("has several plugins, Mine.dll, Other.dll; name one of them.");
        Refusal(() => PluginInspection.AssemblyOf(Folder.Of("nowhere"))).Should().Contain("There is no file and no folder");
    }

    [Fact]
    public void A_package_brings_what_it_has_for_this_runtime()
    {
        PluginSource.Compile(Folder.Of("built/Mine.dll"), PluginSource.Dataset("digits", "d"));
        Pack("mine.nupkg", ("mine.nuspec", "<package><metadata><id>Mine</id><version>1.2.0</version></metadata></package>"), ("lib/net10.0/Mine.dll", null), ("lib/net472/Mine.dll", "old"), ("lib/net10.0/data/a.json", "{}"));

        var package = PluginPackage.Unpack(Folder.Of("mine.nupkg"), Folder.Of("plugins"));
        var found = new PluginInspection(Folder.Of("cache"), [typeof(IPlugin).Assembly]).Inspect(
            PluginInspection.AssemblyOf(package.Folder), "mine", Manifest);

        package.Should().Be(new PluginPackage("Mine", "1.2.0", Folder.Of("plugins/Mine.1.2.0")));
        File.Exists(Folder.Of("plugins/Mine.1.2.0/data/a.json")).Should().BeTrue();
        found.Parts.Select(part => $"{part.Kind} {part.Part.Id}").Should().Equal("dataset digits");
        found.Hash.Should().HaveLength(64);
    }

    [Theory]
    [InlineData("lib/net472/Mine.dll", "has no assembly for .NET 10 under lib/net10.0.")]
    [InlineData("lib/net10.0/../../../Mine.dll", "has a file that would lie outside of its folder, 'lib/net10.0/../../../Mine.dll'.")]
    public void A_package_that_has_nothing_for_it_or_leaves_its_folder_is_refused(string file, string message)
    {
        Pack("bad.nupkg", ("mine.nuspec", "<package><metadata><id>Mine</id><version>1</version></metadata></package>"), (file, "x"));
        Refusal(() => PluginPackage.Unpack(Folder.Of("bad.nupkg"), Folder.Of("plugins"))).Should().EndWith(message);
    }

    private void Pack(string name, params (string Entry, string? Text)[] files)
    {
        using var package = ZipFile.Open(Folder.Of(name), ZipArchiveMode.Create);
        foreach (var (entry, text) in files)
        {
            using var to = package.CreateEntry(entry).Open();
            to.Write(text is null ? File.ReadAllBytes(Folder.Of("built/Mine.dll")) : System.Text.Encoding.UTF8.GetBytes(text));
        }
    }
}
