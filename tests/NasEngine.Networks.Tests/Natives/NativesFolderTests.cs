using NasEngine.Contracts;
using NasEngine.Networks.Natives;

namespace NasEngine.Networks.Tests.Natives;

public sealed class NativesFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-natives-").FullName;

    private string Packages => Path.Combine(_folder, "packages");

    private string Program => Path.Combine(_folder, "bin", "program");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("natives")]
    [InlineData("bin/natives")]
    [InlineData("bin/program/natives")]
    public void It_is_beside_the_program_or_above_it(string natives)
    {
        var folder = WithLibtorch(natives);
        NativesFolder.Find(Program, null, "linux-x64", Packages).Should().Be(folder);
    }

    [Fact]
    public void The_nearest_one_is_taken()
    {
        WithLibtorch("natives");
        var nearest = WithLibtorch("bin/natives");
        NativesFolder.Find(Program, "", "debian.12-x64", Packages).Should().Be(nearest);
    }

    [Fact]
    public void A_folder_without_libtorch_is_passed_over()
    {
        var natives = WithLibtorch("natives");
        Directory.CreateDirectory(Path.Combine(_folder, "bin", "natives"));
        NativesFolder.Find(Program, null, "linux-x64", Packages).Should().Be(natives);
    }

    [Fact]
    public void Without_one_it_is_that_of_the_package_in_the_folder_of_NuGet_with_the_library_of_TorchSharp_from_its_own()
    {
        var packaged = WithLibtorch("packages/libtorch-cpu-linux-x64/2.10.0/runtimes/linux-x64/native");
        var binding = Directory.CreateDirectory(Path.Combine(Packages, "torchsharp", "0.107.0", "runtimes", "linux-x64", "native")).FullName + "/libLibTorchSharp.so";
        File.WriteAllText(binding, "");

        NativesFolder.Find(Program, null, "linux-x64", Packages).Should().Be(packaged);
        PackagedNatives.BindingOf(packaged, "libLibTorchSharp.so").Should().Be(binding);

        File.WriteAllText(Path.Combine(packaged, "libLibTorchSharp.so"), "");
        PackagedNatives.BindingOf(packaged, "libLibTorchSharp.so").Should().Be(Path.Combine(packaged, "libLibTorchSharp.so"));
        var natives = WithLibtorch("natives");
        NativesFolder.Find(Program, null, "linux-x64", Packages).Should().Be(natives);
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    public void A_folder_that_is_named_comes_first_whatever_the_platform(string platform)
    {
        WithLibtorch("natives");
        var named = WithLibtorch("elsewhere");
        NativesFolder.Find(Program, named, platform, Packages).Should().Be(named);
    }

    [Fact]
    public void A_named_folder_without_libtorch_is_told_in_one_sentence() => Refused("/nowhere", "linux-x64").Should().Be(
        "NASENGINE_NATIVES is '/nowhere', and there is no libtorch.so in it; name the folder with libtorch 2.10 and TorchSharp's library, or unset it.");

    [Fact]
    public void No_folder_at_all_is_told_in_one_sentence() => Refused(null, "linux-x64").Should().Be(
        $"libtorch's natives are not in a folder 'natives' beside '{Program}' or above it, nor in NuGet's folder '{Packages}'; build the program again, name their folder in NASENGINE_NATIVES, or have 'nas doctor --repair' fetch them.");

    [Theory]
    [InlineData("linux-musl-x64")]
    [InlineData("alpine.3.20-x64")]
    [InlineData("linux-arm64")]
    [InlineData("osx-x64")]
    [InlineData("win-x64")]
    public void A_platform_without_natives_is_told_in_one_sentence(string platform)
    {
        WithLibtorch("natives");
        Refused(null, platform).Should().Be(
            $"libtorch's natives are built for linux-x64 with glibc and this machine is {platform}; train on such a machine, or name a folder with libtorch 2.10 and TorchSharp's library for this one in NASENGINE_NATIVES.");
    }

    [Fact]
    public void Files_that_are_no_libraries_are_told_in_one_sentence()
    {
        var folder = WithLibtorch("natives");

        var refused = () => NativeLibraries.Load(folder);

        refused.Should().Throw<InputException>().Which.Message.Should().StartWith($"libtorch cannot be loaded from '{folder}' ({folder}/libtorch.so: ")
            .And.EndWith("NASENGINE_NATIVES.").And.NotContain("\n");
    }

    private string Refused(string? named, string platform)
    {
        var find = () => NativesFolder.Find(Program, named, platform, Packages);
        return find.Should().Throw<InputException>().Which.Message;
    }

    private string WithLibtorch(string folder)
    {
        var natives = Directory.CreateDirectory(Path.Combine(_folder, folder)).FullName;
        File.WriteAllText(Path.Combine(natives, "libtorch.so"), "not a library");
        return natives;
    }
}
