using System.IO.Compression;
using System.Runtime.InteropServices;
using NasEngine.Contracts;
using NasEngine.Extensibility.Packages;
using NasEngine.Extensibility.Recipes;
using NasEngine.Extensibility.Tests.Plugins;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>Packages that recipes name, from a feed of the test's own.</summary>
public sealed class RecipePackageTests : RecipeTest
{
    private const string Greeting = "#r \"nuget: Nas.Test.Greeter, 1.2.3\"\nPrint(Greeter.Say());";

    /// <summary>The tests run with an assembly <c>xunit.assert</c> of their own; the recipe gets that of its package.</summary>
    [Fact]
    public async Task A_package_comes_from_the_configured_feed_with_its_own_dependency_and_once_fetched_without_the_feed()
    {
        Configure();
        PluginSource.Compile(Folder.Of("made/xunit.assert.dll"), "public static class Words { public static string Hello => \"hello from 9.0.0\"; }");
        Pack("Nas.Test.Words", "9.0.0", "made/xunit.assert.dll", "");
        PluginSource.CompileWith(
            Folder.Of("made/Greeter.dll"), "public static class Greeter { public static string Say() => Words.Hello; }", Folder.Of("made/xunit.assert.dll"));
        Pack("Nas.Test.Greeter", "1.2.3", "made/Greeter.dll", "<dependency id=\"Nas.Test.Words\" version=\"9.0.0\" />");

        await Run(Greeting);
        Directory.Delete(Folder.Of("feed"), recursive: true);
        await Run(Greeting + "\nPrint(\"again\");");

        Runner.Printed.Should().Equal("hello from 9.0.0", "hello from 9.0.0", "again");
    }

    /// <summary>The native library is one that every runtime has, by another name.</summary>
    [Fact]
    public async Task A_package_loads_the_native_library_that_it_brings_for_this_machine()
    {
        Configure();
        var runtimes = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var native = Directory.GetFiles(runtimes, "*System.Native.*").Single(path => path.EndsWith(".so") || path.EndsWith(".dylib"));
        PluginSource.Compile(Folder.Of("made/Pid.dll"), """
            using System.Runtime.InteropServices;
            public static class Pid { [DllImport("nastest", EntryPoint = "SystemNative_GetPid")] public static extern int Of(); }
            """);
        Pack("Nas.Test.Native", "1.0.0", "made/Pid.dll", "", (native, $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/libnastest.so"));

        const string Recipe = "#r \"nuget: Nas.Test.Native, 1.0.0\"\nPrint(Pid.Of());";
        await Run(Recipe);
        await Run(Recipe);

        Runner.Printed.Should().Equal($"{Environment.ProcessId}", $"{Environment.ProcessId}");
    }

    [Theory]
    [InlineData("x.csproj : error NU1101: Unable to find package Nas.Test.Greeter. No packages exist with this id", "no feed has Nas.Test.Greeter; correct its name")]
    [InlineData("error NU1102: Unable to find package Nas.Test.Greeter with version (= 1.2.3)\n - Found 2 version(s) in feed [ Nearest version: 1.3.0 ]", "no feed has that version of Nas.Test.Greeter, the nearest is 1.3.0")]
    [InlineData("error NU1301: Unable to load the service index for source https://feed.example/. [x.csproj]", "a feed cannot be reached (Unable to load the service index for source https://feed.example/)")]
    [InlineData("no SDK", "which the .NET 10 SDK fetches, and there is none")]
    [InlineData("error NU9999: Something else. [x.csproj]", "which cannot be restored: NU9999: Something else.")]
    public async Task A_package_that_is_not_to_be_had_is_told_in_one_sentence(string said, string sentence)
    {
        var runner = new RecipeRunner(Folder.Of("cache"), packages: new PackageFeed(Folder.Of("none"), _ => (1, said)));

        var refused = await FluentActions.Awaiting(() => runner.RunAsync(Folder.Write("recipe.csx", Greeting), OptionBag.Empty, Runner, CancellationToken.None))
            .Should().ThrowAsync<InputException>();

        refused.Which.Message.Should().StartWith($"Recipe '{Folder.Of("recipe.csx")}' needs package Nas.Test.Greeter 1.2.3").And.Contain(sentence)
            .And.NotContain("\n");
    }

    [Fact]
    public async Task A_package_without_a_version_is_told_how_one_is_written() =>
        (await Refusal("#r \"nuget: Humanizer.Core\"\n")).Should().Contain("write it as: #r \"nuget: Humanizer.Core, 3.0.1\"");

    [Fact]
    public async Task What_the_program_has_itself_is_loaded_once_for_all()
    {
        await Run("#r \"NasEngine.Extensibility\"\nPrint(typeof(NasEngine.Extensibility.Recipes.RecipeRunner).Assembly.IsCollectible);");

        Runner.Printed.Should().Equal("False");
    }

    private void Configure() => Folder.Write("nuget.config", $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Folder.Of("packages")}" /></config>
          <packageSources><clear /><add key="mine" value="{Directory.CreateDirectory(Folder.Of("feed")).FullName}" /></packageSources>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>
        """);

    private void Pack(string id, string version, string assembly, string dependencies, params (string From, string To)[] others)
    {
        using var package = ZipFile.Open(Folder.Of($"feed/{id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(Folder.Of(assembly), "lib/net8.0/" + Path.GetFileName(assembly));
        foreach (var (from, to) in others)
        {
            package.CreateEntryFromFile(from, to);
        }

        using var writer = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        writer.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
              <dependencies><group targetFramework="net8.0">{dependencies}</group></dependencies>
            </metadata></package>
            """);
    }
}
