using NasEngine.Contracts;

namespace NasEngine.Spaces.Tests.Relaxed;

/// <summary>Images of 28 × 28 with a bright stripe that tells the class, on noise.</summary>
internal sealed class StripeData(int count = 64) : IDataset
{
    private const int Side = 28;

    public string Name => "stripes";

    public int Classes => 10;

    public string Hash => "";

    public LabelledImages Train { get; } = Draw(count, "train");

    public LabelledImages Test { get; } = Draw(20, "test");

    private static LabelledImages Draw(int count, string purpose)
    {
        var random = RandomSource.For(2, 0, purpose);
        var pixels = new byte[count * Side * Side];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 10);
            for (var place = 0; place < Side * Side; place++)
            {
                var along = labels[i] < 5 ? place / Side : place % Side;
                pixels[(i * Side * Side) + place] = (byte)(random.NextInt(60) + (along / 5 == labels[i] % 5 ? 180 : 0));
            }
        }

        return new LabelledImages(new ImageShape(1, Side, Side), pixels, labels);
    }
}
