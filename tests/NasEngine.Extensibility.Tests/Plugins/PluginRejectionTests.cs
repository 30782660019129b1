using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Plugins;

public sealed class PluginRejectionTests : PluginTest
{
    [Fact]
    public void A_file_that_is_not_there_is_named() => Rejected("is not there; build the plugin or correct its path");

    [Fact]
    public void A_file_that_is_no_assembly_is_named()
    {
        Folder.Write("a/a.dll", "no assembly at all");
        Rejected("is not a .NET assembly; give the path of a plugin's DLL");
    }

    [Fact]
    public void A_native_library_is_no_plugin()
    {
        Directory.CreateDirectory(Folder.Of("a"));
        File.Copy(Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*coreclr*")[0], Dll("a"));
        Rejected("is not a .NET assembly; give the path of a plugin's DLL");
    }

    [Fact]
    public void A_truncated_assembly_is_refused()
    {
        PluginSource.Compile(Dll("a"), PluginSource.Dataset("d", "D"));
        var bytes = File.ReadAllBytes(Dll("a"));
        File.WriteAllBytes(Dll("a"), bytes[..(bytes.Length / 2)]);
        Rejected("is not a .NET assembly; give the path of a plugin's DLL");
    }

    [Fact]
    public void An_assembly_without_the_contracts_is_refused()
    {
        PluginSource.Compile(Dll("a"), "public class Something;");
        Rejected("is no plugin: it does not use NasEngine.Contracts, in which IPlugin is");
    }

    [Fact]
    public void An_assembly_without_a_plugin_class_is_refused()
    {
        PluginSource.Compile(Dll("a"), "public class Something { public NasEngine.Contracts.IPlugin? None; }");
        Rejected("must have one public class that implements IPlugin, with a constructor without parameters; it has none");
    }

    [Fact]
    public void An_assembly_with_two_plugin_classes_is_refused()
    {
        const string body = "NasEngine.Contracts.IPlugin { public void Register(NasEngine.Contracts.IPluginRegistry registry) { } }";
        PluginSource.Compile(Dll("a"), $"public class One : {body} public class Two : {body}");
        Rejected("must have one public class that implements IPlugin, with a constructor without parameters; it has One, Two");
    }

    [Fact]
    public void A_plugin_that_fails_while_it_registers_is_refused()
    {
        PluginSource.Compile(Dll("a"), """
            public class ThePlugin : NasEngine.Contracts.IPlugin
            {
                public void Register(NasEngine.Contracts.IPluginRegistry registry) => throw new System.Exception("out of luck.");
            }
            """);
        Rejected("cannot be loaded: out of luck");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_plugin_built_against_newer_contracts_is_refused(int major, int minor)
    {
        var own = typeof(IPlugin).Assembly.GetName().Version!;
        var newer = new Version(own.Major + major, own.Minor + minor, 0, 0);
        PluginSource.CompileAgainst(newer, Dll("a"));
        Rejected($"was built against NasEngine.Contracts {newer.ToString(2)}, and this program has {own.ToString(2)}; build it against {own.Major}.0 to {own.ToString(2)}");
    }

    [Fact]
    public void A_plugin_built_against_an_older_contract_is_told_how_to_port()
    {
        var own = typeof(IPlugin).Assembly.GetName().Version!;
        PluginSource.CompileAgainst(new Version(own.Major - 1, 9, 0, 0), Dll("a"));
        Rejected($"was built against contract {own.Major - 1}, and this program has contract {own.Major}; port it as docs/plugins.md says under \"From contract {own.Major - 1}\" and build it anew");
    }

    [Fact]
    public void Two_plugins_that_offer_the_same_part_are_refused()
    {
        PluginSource.Compile(Dll("a"), PluginSource.Dataset("digits", "A"));
        PluginSource.Compile(Dll("b"), PluginSource.Dataset("digits", "B"));
        var catalog = Catalog("a", "b");
        Refusal(() => Make(catalog, "digits")).Should().Be(
            $"Plugin 'b' of '{Folder.Of("plugins.json")}' offers dataset 'digits', and so does plugin 'a'; take one of them out.");
        catalog.Plugins.Select(plugin => plugin.State).Should().Equal(PluginState.Active, PluginState.Rejected);
    }

    private void Rejected(string why)
    {
        var message = $"Plugin 'a' of '{Folder.Of("plugins.json")}': '{Dll("a")}' {why}.";
        var catalog = Catalog("a");
        Refusal(() => Make(catalog, "anything")).Should().Be(message);
        catalog.Plugins.Should().ContainSingle().Which.Should().Match<PluginStatus>(
            plugin => plugin.State == PluginState.Rejected && plugin.Reason == message);
    }
}
