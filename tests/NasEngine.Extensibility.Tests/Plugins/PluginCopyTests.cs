using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>The copies that plugins are loaded from, and a second process that loads the same ones.</summary>
public sealed class PluginCopyTests : PluginTest
{
    [Fact]
    public void A_second_process_runs_what_the_first_runs_whatever_became_of_the_users_file()
    {
        var first = CatalogOf("a", PluginSource.Dataset("digits", "old"));
        NameOf(first, "digits").Should().Be("old");
        PluginSource.Compile(Dll("a"), PluginSource.Dataset("digits", "new"));

        var second = Second(first);

        NameOf(second, "digits").Should().Be("old");
        second.Copies.Should().Equal(first.Copies);
        second.Copies.Single().Path.Should().StartWith(Folder.Of("cache"));
    }

    [Fact]
    public void A_copy_that_was_altered_is_refused_by_the_second_process()
    {
        var first = CatalogOf("a", PluginSource.Dataset("digits", "old"));
        var copy = first.Copies.Single();
        Alter(copy);

        Refusal(() => Make(Second(first), "digits")).Should().Be(
            $"The copy of plugin 'a' that the search runs on, '{copy.Path}', is gone or was altered (SHA-256 was {copy.Hash}); go on with the search to make it anew.");
    }

    [Fact]
    public void A_copy_that_was_altered_is_made_anew_by_the_next_program()
    {
        var copy = CatalogOf("a", PluginSource.Dataset("digits", "D")).Copies.Single();
        Alter(copy);

        Catalog("a").Copies.Should().Equal(copy);

        File.ReadAllBytes(copy.Path).Should().Equal(File.ReadAllBytes(Dll("a")));
    }

    [Fact]
    public void A_copy_that_is_in_use_outlives_any_number_of_newer_ones_and_the_others_are_pruned()
    {
        var first = CatalogOf("a", PluginSource.Dataset("digits", "0"));
        var held = Path.GetDirectoryName(first.Copies.Single().Path);
        for (var version = 1; version <= 9; version++)
        {
            PluginSource.Compile(Dll("a"), PluginSource.Dataset("digits", $"{version}"));
            first.BeginSwap("a").Dispose();
        }

        var copies = Directory.GetDirectories(Folder.Of("cache/a"));

        copies.Should().Contain(held).And.HaveCount(5, "the last four are kept beside the one in use");
    }

    // Beside and renamed: a file that is loaded must not be written to.
    private void Alter(PluginCopy copy) => File.Move(Folder.Write("altered", "altered"), copy.Path, overwrite: true);

    private PluginCatalog Second(PluginCatalog first) => new(new PluginCatalogOptions { Copies = first.Copies, CacheFolder = Folder.Of("unused") });
}
