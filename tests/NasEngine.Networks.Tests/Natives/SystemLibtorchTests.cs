using NasEngine.Networks.Natives;

namespace NasEngine.Networks.Tests.Natives;

public sealed class SystemLibtorchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-libtorch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("libtorch_cpu.so", true, true)]
    [InlineData("libtorch_cpu.so", false, false)]
    [InlineData("libtorch_cpu.so.1.13", true, false)]
    public void One_is_found_by_the_name_that_the_loader_is_asked_for_if_it_is_there_still(string name, bool there, bool found)
    {
        var (cache, library) = (Path.Combine(_folder, "ld.so.cache"), Path.Combine(_folder, name));
        File.WriteAllText(cache, $"glibc-ld.so.cache1.1\u0001\0{name}\0{library}\0libz.so.1\0");
        if (there)
        {
            File.WriteAllText(library, "");
        }

        SystemLibtorch.IsThere(cache, null).Should().Be(found);
        SystemLibtorch.IsThere("none", null).Should().BeFalse();
    }

    [Fact]
    public void One_is_found_in_a_folder_that_the_environment_names()
    {
        SystemLibtorch.IsThere("none", $"/none:{_folder}").Should().BeFalse();
        File.WriteAllText(Path.Combine(_folder, "libtorch_cpu.so"), "");
        SystemLibtorch.IsThere("none", $"/none:{_folder}").Should().BeTrue();
    }
}
