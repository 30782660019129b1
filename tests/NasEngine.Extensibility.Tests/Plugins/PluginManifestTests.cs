using System.Text;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Tests;

namespace NasEngine.Extensibility.Tests.Plugins;

public sealed class PluginManifestTests : PluginTest
{
    private const int Damages = 2000;

    [Fact]
    public void Paths_are_relative_to_the_file()
    {
        var near = Folder.Write("plugins.json", """
            {
              // ours
              "plugins": [
                { "id": "a", "path": "bin/A.dll" },
                { "id": "b", "path": "/opt/B.dll" },
              ]
            }
            """);
        var far = Folder.Write("more/plugins.json", """{"plugins": [{"id": "c", "path": "../C.dll"}]}""");
        PluginManifest.Read([near, far]).Should().Equal(
            new PluginEntry("a", Folder.Of("bin/A.dll"), near), new PluginEntry("b", "/opt/B.dll", near), new PluginEntry("c", Folder.Of("C.dll"), far));
    }

    [Theory]
    [InlineData("{\n  \"plugins\": [\n    {\"id\": \"a\" \"path\": \"b\"}\n", "is not valid JSON at line 3, column 16.")]
    [InlineData("", "is not valid JSON at line 1, column 1.")]
    [InlineData("\uFEFF[]", "must be an object with a list 'plugins'.")]
    [InlineData("""{"plugins": {}}""", "must be an object with a list 'plugins'.")]
    [InlineData("""{"plugins": [{"id": "a", "path": "a"}, {"id": "b"}]}""", "has no text 'path'; an entry is {\"id\": …, \"path\": …}.")]
    [InlineData("""{"plugins": [{"id": 3, "path": "a"}]}""", "has no text 'id'; an entry is {\"id\": …, \"path\": …}.")]
    [InlineData("""{"plugins": [{"id": "a", "path": "a\u0000b"}]}""", "has a path that no file can have.")]
    [InlineData("""{"plugins": ["a"]}""", "has no text 'id'; an entry is {\"id\": …, \"path\": …}.")]
    public void A_malformed_file_is_refused_with_the_place(string text, string message)
    {
        var file = Folder.Write("plugins.json", text);
        Refusal(() => PluginManifest.Read([file])).Should().Contain($"'{file}'").And.EndWith(message);
    }

    [Fact]
    public void A_damaged_file_is_refused_with_its_path_or_read()
    {
        var whole = Encoding.UTF8.GetBytes("""{ "plugins": [ { "id": "a", "path": "bin/A.dll" }, /* ours */ { "id": "b", "path": "/opt/B.dll" }, ] }""");
        var read = 0;
        for (var number = 0; number < Damages; number++)
        {
            var file = Folder.Of("damaged.json");
            File.WriteAllBytes(file, Mutation.Of(whole, number, "{}[]\",:/*\\\0"u8));
            try
            {
                PluginManifest.Read([file]).Should().OnlyContain(entry => entry.Id.Length > 0 && Path.IsPathRooted(entry.Path), "damage {0}", number);
                read++;
            }
            catch (InputException refusal)
            {
                refusal.Message.Should().Contain($"'{file}'").And.NotContain("\n", "damage {0}", number);
            }
        }

        read.Should().BeInRange(1, Damages - 1, "some damages are harmless and some are not");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Refusal(() => PluginManifest.Read([Folder.Of("none.json")])).Should().StartWith($"The list of plugins '{Folder.Of("none.json")}' cannot be read: ");

    [Fact]
    public void An_id_that_comes_twice_is_refused()
    {
        var file = Folder.Write("plugins.json", """{"plugins": [{"id": "a", "path": "a"}, {"id": "a", "path": "b"}]}""");
        Refusal(() => PluginManifest.Read([file])).Should().Be($"Plugin 'a' is named twice, in '{file}' and '{file}'; give each plugin an id of its own.");
    }
}
