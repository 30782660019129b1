namespace NasEngine.Networks.Tests.Execution;

/// <summary>Operations of tokens and transformers by their definitions, in double precision.</summary>
internal static class NaiveSequences
{
    public static Func<int, int, int, int, double> Of(Operation operation, NaiveMap[] inputs, Func<string, double[]> weight)
    {
        var x = inputs[0];
        var (channels, height, width) = x.Shape;
        return operation switch
        {
            Embedding one => (n, c, h, w) => weight(one.Key + ".weight")[(Token(x, n, h, w, one.Tokens) * one.Size) + c],
            Positions one => (n, c, h, w) => x[n, c, h, w] + weight(one.Key + ".weight")[(((h * width) + w) * channels) + c],
            LayerNorm one => (n, c, h, w) => Normal(x, n, c, h, w, one.Epsilon) * weight(one.Key + ".weight")[c] + weight(one.Key + ".bias")[c],
            Attention one => (n, c, h, w) => Attended(one.Heads, inputs, n, c, h, w),
            _ => (n, c, _, _) => Mean([.. from h in Enumerable.Range(0, height)
                from w in Enumerable.Range(0, width)
                where inputs[1][n, 0, h, w] >= 1
                select x[n, c, h, w]]),
        };
    }

    /// <summary>x·(1/2 + ∫ of the normal density from 0 to x), by Simpson's rule.</summary>
    public static double Gelu(double x)
    {
        const int Parts = 2000;
        var step = x / Parts;
        var sum = Enumerable.Range(0, Parts + 1).Sum(part =>
            (part is 0 or Parts ? 1 : part % 2 == 1 ? 4 : 2) * Math.Exp(-Math.Pow(part * step, 2) / 2));
        return x * (0.5 + (sum * step / 3 / Math.Sqrt(2 * Math.PI)));
    }

    private static int Token(NaiveMap x, int n, int h, int w, int tokens) => (int)Math.Clamp(x[n, 0, h, w], 0, tokens - 1);

    private static double Normal(NaiveMap x, int n, int c, int h, int w, double epsilon)
    {
        var values = Enumerable.Range(0, x.Shape.Channels).Select(channel => x[n, channel, h, w]).ToArray();
        var mean = values.Average();
        return (values[c] - mean) / Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) + epsilon);
    }

    private static double Attended(int heads, NaiveMap[] inputs, int n, int c, int h, int w)
    {
        var (queries, keys, values) = (inputs[0], inputs[1], inputs[2]);
        var (channels, height, width) = queries.Shape;
        var size = channels / heads;
        var of = Enumerable.Range(c / size * size, size).ToArray();
        var places = (from row in Enumerable.Range(0, height) from column in Enumerable.Range(0, width) select (row, column))
            .Where(place => inputs.Length < 4 || inputs[3][n, 0, place.row, place.column] >= 1).ToArray();
        var weights = places.Select(place => Math.Exp(of.Sum(channel =>
            queries[n, channel, h, w] * keys[n, channel, place.row, place.column]) / Math.Sqrt(size))).ToArray();
        return places.Zip(weights).Sum(one => one.Second * values[n, c, one.First.row, one.First.column]) / weights.Sum();
    }

    private static double Mean(double[] values) => values.Length == 0 ? 0 : values.Average();
}
