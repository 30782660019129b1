using System.Runtime.InteropServices;
using NasEngine.Extensibility.Packages;

namespace NasEngine.Extensibility.Tests.Packages;

/// <summary>What a set of packages brings, of what a restore wrote.</summary>
public sealed class PackageFeedTests : IDisposable
{
    private static readonly string Here = RuntimeInformation.RuntimeIdentifier;

    private readonly TempFolder _folder = new();
    private int _restored;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_a_package_that_needs_the_tensors_the_tensors_and_what_they_need_is_left_out()
    {
        var files = Get(
            Needing("Mine", ["Little", "NasEngine.Networks", "TorchSharp"], "Mine.dll"),
            Package("Little", "Little.dll"),
            Needing("NasEngine.Networks", ["Google.Protobuf", "TorchSharp"], "NasEngine.Networks.dll"),
            Needing("TorchSharp", ["Google.Protobuf"], "TorchSharp.dll"),
            Package("Google.Protobuf", "Google.Protobuf.dll"));

        Names(files.Assemblies).Should().Equal("Mine.dll", "Little.dll");
        files.Natives.Should().BeEmpty();
    }

    [Fact]
    public void Files_for_this_system_are_taken_before_those_for_any_and_those_for_others_are_not()
    {
        var files = Get(Package(
            "Mine",
            "lib/Mine.dll",
            "lib/Other.dll",
            $"runtimes/{Here}/native/libmine.so native {Here}",
            "runtimes/unix/native/libmine.so native unix",
            "runtimes/win-x86/native/mine.dll native win-x86",
            "runtimes/unix/lib/Mine.dll runtime unix",
            "runtimes/win/lib/Mine.dll runtime win"));

        Within(files.Assemblies).Should().Equal("runtimes/unix/lib/Mine.dll", "lib/Other.dll");
        Within(files.Natives).Should().Equal($"runtimes/{Here}/native/libmine.so");
    }

    [Fact]
    public void What_a_set_comes_to_is_remembered_until_a_file_of_it_is_gone()
    {
        var package = Package("Mine", "Mine.dll", $"libmine.so native {Here}");
        var first = Get(package);

        Get(package).Should().BeEquivalentTo(first);
        _restored.Should().Be(1);
        File.Delete(first.Natives[0]);
        Get(Package("Mine", "Mine.dll")).Natives.Should().BeEmpty();
        _restored.Should().Be(2);
    }

    [Theory]
    [InlineData("linux-x64", "linux-x64 linux unix-x64 unix any")]
    [InlineData("linux-musl-arm64", "linux-musl-arm64 linux-musl linux-arm64 linux unix-arm64 unix any")]
    [InlineData("osx-arm64", "osx-arm64 osx unix-arm64 unix any")]
    [InlineData("win-x64", "win-x64 win any")]
    public void A_machine_takes_what_is_for_it_for_its_kind_and_for_any(string identifier, string takes) =>
        string.Join(' ', RuntimeNames.Of(identifier)).Should().Be(takes);

    private static IEnumerable<string?> Names(IEnumerable<string> paths) => paths.Select(Path.GetFileName);

    private IEnumerable<string> Within(IEnumerable<string> paths) => paths.Select(path => Path.GetRelativePath(_folder.Of("packages/Mine"), path));

    private PackageFiles Get(params string[] targets) => new PackageFeed(_folder.Of("known"), project =>
    {
        _restored++;
        Directory.CreateDirectory(Path.Combine(project, "obj"));
        var libraries = targets.Select(target => target.Split('"')[1]).Select(key => $$"""
            "{{key}}": { "path": "{{key.Split('/')[0]}}" }
            """);
        File.WriteAllText(Path.Combine(project, "obj", "project.assets.json"), $$"""
            {
              "targets": { "net10.0": { {{string.Join(", ", targets)}} } },
              "libraries": { {{string.Join(", ", libraries)}} },
              "packageFolders": { "{{_folder.Of("packages")}}/": {} },
              "project": { "frameworks": { "net10.0": { "dependencies": { "Mine": {} } } } }
            }
            """);
        return (0, "");
    }).Get([new PackageName("Mine", "1.0.0")], _folder.Path, "The plugin");

    private string Package(string name, params string[] files) => Needing(name, [], files);

    private string Needing(string name, string[] needs, params string[] given)
    {
        var files = given.Select(one => one.Split(' ')).ToArray();
        foreach (var one in files)
        {
            _folder.Write($"packages/{name}/{one[0]}", one[0]);
        }

        var particular = files.Where(one => one.Length > 1).Select(one => $$"""
            "{{one[0]}}": { "assetType": "{{one[1]}}", "rid": "{{one[2]}}" }
            """);
        return $$"""
            "{{name}}/1.0.0": {
              "type": "package",
              "dependencies": { {{string.Join(", ", needs.Select(need => $"\"{need}\": \"1.0.0\""))}} },
              "runtime": { {{string.Join(", ", files.Where(one => one.Length == 1).Select(one => $"\"{one[0]}\": {{}}"))}} },
              "runtimeTargets": { {{string.Join(", ", particular)}} }
            }
            """;
    }
}
