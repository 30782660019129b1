using NasEngine.Networks.Natives;

namespace NasEngine.Networks.Tests.Natives;

public sealed class SystemLibtorchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-libtorch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("glibc-ld.so.cache1.1\0libtorch_cpu.so\0/lib/x86_64-linux-gnu/libtorch_cpu.so\0", true)]
    [InlineData("glibc-ld.so.cache1.1\0libtorch_cpu.so.1.13\0/lib/x86_64-linux-gnu/libtorch_cpu.so.1.13\0", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void One_is_found_by_the_name_that_the_loader_is_asked_for(string? cache, bool found)
    {
        var path = Path.Combine(_folder, "ld.so.cache");
        if (cache is not null)
        {
            File.WriteAllText(path, cache);
        }

        SystemLibtorch.IsThere(path, null).Should().Be(found);
    }

    [Fact]
    public void One_is_found_in_a_folder_that_the_environment_names()
    {
        SystemLibtorch.IsThere("none", $"/none:{_folder}").Should().BeFalse();
        File.WriteAllText(Path.Combine(_folder, "libtorch_cpu.so"), "");
        SystemLibtorch.IsThere("none", $"/none:{_folder}").Should().BeTrue();
    }
}
