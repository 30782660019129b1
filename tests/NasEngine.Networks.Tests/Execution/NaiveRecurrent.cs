namespace NasEngine.Networks.Tests.Execution;

/// <summary>Recurrent cells by their definition, number by number, in double precision.</summary>
internal static class NaiveRecurrent
{
    public static Func<int, int, int, int, double> Of(Recurrent one, NaiveMap x, Func<string, double[]> weight)
    {
        var states = new NaiveMap(x.Batch, x.Shape with { Channels = one.Channels });
        for (var n = 0; n < x.Batch; n++)
        {
            var state = new double[one.Channels];
            for (var h = 0; h < x.Shape.Height; h++)
            {
                for (var w = 0; w < x.Shape.Width; w++)
                {
                    state = Next(one, [.. Enumerable.Range(0, one.In).Select(c => x[n, c, h, w])], state, weight);
                    for (var c = 0; c < one.Channels; c++)
                    {
                        states[n, c, h, w] = state[c];
                    }
                }
            }
        }

        return (n, c, h, w) => states[n, c, h, w];
    }

    private static double[] Next(Recurrent one, double[] input, double[] state, Func<string, double[]> weight)
    {
        var values = new List<double[]> { state };
        var read = new HashSet<int>();
        for (var number = 1; number <= one.Cell.Nodes.Length; number++)
        {
            var (source, function) = one.Cell.Nodes[number - 1];
            var (before, matrix, value) = (values[source], weight($"{one.Key}.node{number}.from{source}.weight"), new double[one.Channels]);
            for (var c = 0; c < one.Channels; c++)
            {
                var (gate, candidate) = (Row(matrix, c, before), Row(matrix, one.Channels + c, before));
                if (number == 1)
                {
                    gate += Row(weight(one.Key + ".input.weight"), c, input);
                    candidate += Row(weight(one.Key + ".input.weight"), one.Channels + c, input);
                }

                gate = 1 / (1 + Math.Exp(-gate));
                candidate = function is { } kind ? NaiveNetwork.Activate(kind, candidate) : candidate;
                value[c] = (gate * candidate) + ((1 - gate) * before[c]);
            }

            values.Add(value);
            read.Add(source);
        }

        var loose = values.Where((_, number) => number > 0 && !read.Contains(number)).ToArray();
        return [.. Enumerable.Range(0, one.Channels).Select(c => loose.Average(value => value[c]))];
    }

    private static double Row(double[] matrix, int row, double[] vector)
    {
        var sum = 0.0;
        for (var i = 0; i < vector.Length; i++)
        {
            sum += matrix[(row * vector.Length) + i] * vector[i];
        }

        return sum;
    }
}
