using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Data;

public sealed class PixelStatisticsTests
{
    [Fact]
    public void Mean_and_deviation_are_those_of_each_channel()
    {
        byte[] pixels = [0, 2, 10, 10, 4, 6, 10, 10];
        var statistics = PixelStatistics.Of(new LabelledImages(new ImageShape(2, 1, 2), pixels, new byte[2]));

        statistics.Mean.Should().Equal(3, 10);
        statistics.Deviation.Should().Equal((float)Math.Sqrt(5), 1);
    }
}
