using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>Plugins that cannot be loaded are refused in one sentence, and no workspace is made.</summary>
public sealed class PluginInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_missing_manifest_is_named() => RefusedAsync("gone.json", "cannot be read");

    [Fact]
    public Task A_malformed_manifest_is_told_with_the_place()
    {
        _folder.Write("plugins.json", "{ \"plugins\": [\n  { \"id\": \"x\" \"path\": \"y.dll\" } ] }");
        return RefusedAsync("plugins.json", "not valid JSON at line 2");
    }

    [Fact]
    public Task A_library_that_is_not_there_is_named()
    {
        _folder.Write("plugins.json", """{ "plugins": [{ "id": "mine", "path": "mine.dll" }] }""");
        return RefusedAsync("plugins.json", "'mine'", "mine.dll' is not there");
    }

    [Fact]
    public Task A_file_that_is_no_library_is_named()
    {
        _folder.Write("text.dll", "not a library");
        _folder.Write("plugins.json", """{ "plugins": [{ "id": "mine", "path": "text.dll" }] }""");
        return RefusedAsync("plugins.json", "'mine'", "text.dll' is not a .NET assembly");
    }

    [Fact]
    public Task A_library_without_a_plugin_is_told_what_a_plugin_has()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "NasEngine.Search.dll"), _folder.Of("other.dll"));
        _folder.Write("plugins.json", """{ "plugins": [{ "id": "mine", "path": "other.dll" }] }""");
        return RefusedAsync("plugins.json", "'mine'", "other.dll'", "IPlugin");
    }

    [Fact]
    public Task A_library_that_needs_another_one_that_is_not_there_is_told_in_one_line()
    {
        File.Copy(typeof(PluginInputTests).Assembly.Location, _folder.Of("other.dll"));
        _folder.Write("plugins.json", """{ "plugins": [{ "id": "mine", "path": "other.dll" }] }""");
        return RefusedAsync("plugins.json", "'mine'", "other.dll' cannot be loaded: Could not load file or assembly 'xunit.");
    }

    [Fact]
    public async Task The_doctor_blames_a_broken_plugin_and_not_the_data()
    {
        _folder.Write("text.dll", "not a library");
        _folder.Write("plugins.json", """{ "plugins": [{ "id": "mine", "path": "text.dll" }] }""");

        var result = await NasProgram.RunAsync(_folder.Path, "doctor", "--plugins", "plugins.json");

        result.ExitCode.Should().Be(2);
        result.Output.Split('\n').Should().ContainSingle(line => line.Contains("text.dll")).Which.Should().StartWith("BAD  plugin mine: ");
    }

    private async Task RefusedAsync(string manifest, params string[] words)
    {
        var result = await NasProgram.RunAsync(_folder.Path, "run", Repository.QuickStart, "--plugins", manifest);

        result.ShouldRefuse([manifest, .. words]);
        Directory.Exists(_folder.Of(".nas")).Should().BeFalse();
    }
}
