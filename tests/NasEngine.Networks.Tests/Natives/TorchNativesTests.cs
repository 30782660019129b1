using NasEngine.Networks.Natives;

namespace NasEngine.Networks.Tests.Natives;

public sealed class TorchNativesTests
{
    [Fact]
    public void Libraries_come_from_the_one_folder_of_the_build_and_no_others_are_loaded()
    {
        var natives = TorchNatives.Require();
        using (TorchSharp.torch.zeros(1))
        {
            var loaded = File.ReadAllLines("/proc/self/maps").Select(line => line[(line.LastIndexOf(' ') + 1)..])
                .Where(path => Path.GetFileName(path).Contains("torch", StringComparison.OrdinalIgnoreCase) && path.EndsWith(".so", StringComparison.Ordinal));
            loaded.Distinct().Should().Contain(natives.Binding).And.OnlyContain(path => path.StartsWith(natives.Folder + "/"));
        }

        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cpu")).Should().BeFalse("TorchSharp copies what it cannot find there");
    }

    [Fact]
    public void Asked_again_they_are_the_same() => TorchNatives.Require().Should().BeSameAs(TorchNatives.Require());
}
