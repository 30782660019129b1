using NasEngine.Networks.Natives;

namespace NasEngine.Networks.Tests.Natives;

public sealed class LibtorchFunctionsTests
{
    private static LibtorchFunctions Functions => TorchNatives.Require().Functions;

    [Fact]
    public void The_version_is_that_of_the_library_which_was_built_for_this_TorchSharp() =>
        TorchNatives.Require().Libtorch!.ToString(3).Should().Be(Version.Parse(TorchSharp.torch.__version__).ToString(3));

    [Fact]
    public void A_version_has_a_byte_for_each_of_its_numbers() =>
        LibtorchFunctions.Unpacked(0x02_0B_03_00_0000_0000).Should().Be(new Version(2, 11, 3));

    [Fact]
    public void Cudnn_can_be_told_to_add_in_one_order()
    {
        Functions.CudnnIsRepeatable.Should().BeFalse("it is so by default, and nothing here trains on a GPU");

        Functions.MakeCudnnRepeatable();

        Functions.CudnnIsRepeatable.Should().BeTrue();
    }
}
