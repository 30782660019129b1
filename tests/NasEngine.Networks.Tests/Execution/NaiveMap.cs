namespace NasEngine.Networks.Tests.Execution;

/// <summary>A batch of feature maps in double precision, for the independent implementation.</summary>
internal sealed class NaiveMap(int batch, FeatureShape shape)
{
    public double[] Values { get; } = new double[batch * shape.Count];

    public int Batch => batch;

    public FeatureShape Shape => shape;

    public double this[int image, int channel, int row, int column]
    {
        get => row < 0 || row >= shape.Height || column < 0 || column >= shape.Width ? 0 : Values[Place(image, channel, row, column)];
        set => Values[Place(image, channel, row, column)] = value;
    }

    /// <summary>A map of a shape whose every value a function of its place gives.</summary>
    public static NaiveMap Fill(int batch, FeatureShape shape, Func<int, int, int, int, double> value)
    {
        var map = new NaiveMap(batch, shape);
        for (var image = 0; image < batch; image++)
        {
            for (var channel = 0; channel < shape.Channels; channel++)
            {
                for (var row = 0; row < shape.Height; row++)
                {
                    for (var column = 0; column < shape.Width; column++)
                    {
                        map[image, channel, row, column] = value(image, channel, row, column);
                    }
                }
            }
        }

        return map;
    }

    private int Place(int image, int channel, int row, int column) =>
        (((((image * shape.Channels) + channel) * shape.Height) + row) * shape.Width) + column;
}
