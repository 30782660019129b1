namespace NasEngine.Networks.Tests.Estimators;

public sealed class TorchDevicesTests
{
    [Theory]
    [InlineData(1, "which has cuda:0")]
    [InlineData(3, "which has cuda:0 to cuda:2")]
    [InlineData(0, "where CUDA finds no GPU; use 'cpu', or look at the driver with nvidia-smi")]
    public void A_device_that_is_not_there_is_told_with_those_that_are(int count, string here) => TorchDevices.Here(built: true, count).Should().Be(here);
}
