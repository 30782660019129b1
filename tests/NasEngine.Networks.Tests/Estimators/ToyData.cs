using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>Images of 6 × 6 with a bright row or column that tells the class, on noise.</summary>
internal sealed class ToyData(int train = 400, int side = 6) : IDataset
{
    public string Name => "toy";

    public int Classes => 10;

    public string Hash => "";

    public LabelledImages Train { get; } = Draw(train, side, "train");

    public LabelledImages Test { get; } = Draw(100, side, "test");

    private static LabelledImages Draw(int count, int side, string purpose)
    {
        var random = RandomSource.For(2, 0, purpose);
        var pixels = new byte[count * side * side];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 10);
            for (var j = 0; j < side * side; j++)
            {
                var bright = labels[i] < 5 ? j / side == labels[i] : j % side == labels[i] - 5;
                pixels[(i * side * side) + j] = (byte)(random.NextInt(60) + (bright ? 180 : 0));
            }
        }

        return new LabelledImages(new ImageShape(1, side, side), pixels, labels);
    }
}
