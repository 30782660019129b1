namespace NasEngine.Networks.Tests.Execution;

/// <summary>
/// An independent implementation of network descriptions: loops over definitions in double precision, batch norms on the
/// statistics of the batch. Slow and simple.
/// </summary>
internal static class NaiveNetwork
{
    public static NaiveMap Run(NetworkSpec spec, NaiveMap images, Func<string, double[]> weight)
    {
        var values = new List<NaiveMap> { images };
        foreach (var node in spec.Nodes.Skip(1))
        {
            values.Add(Run(node, [.. node.Inputs.Select(input => values[input])], weight));
        }

        return values[^1];
    }

    /// <summary>Mean cross-entropy of logits, by log-sum-exp.</summary>
    public static double Loss(NaiveMap logits, IReadOnlyList<long> labels) => Enumerable.Range(0, logits.Batch).Average(image =>
    {
        var row = Enumerable.Range(0, logits.Shape.Channels).Select(c => logits[image, c, 0, 0]).ToArray();
        var largest = row.Max();
        return largest + Math.Log(row.Sum(value => Math.Exp(value - largest))) - row[labels[image]];
    });

    private static NaiveMap Run(Node node, NaiveMap[] inputs, Func<string, double[]> weight)
    {
        var x = inputs[0];
        Func<int, int, int, int, double> value = node.Operation switch
        {
            Convolution conv => Convolve(conv, x, weight),
            BatchNorm norm => Normalise(norm, x, weight),
            Linear linear => Multiply(linear, x, weight),
            Activation activation => (n, c, h, w) => Activate(activation.Function, x[n, c, h, w]),
            Pool pool => Pooled(pool, x),
            GlobalAveragePool => (n, c, _, _) => Window(x, n, c, 0, 0, x.Shape.Height, x.Shape.Width).Average(),
            Add => (n, c, h, w) => inputs.Sum(input => input[n, c, h, w]),
            Concat => (n, c, h, w) => At(inputs, n, c, h, w),
            Scale => (n, c, h, w) => x[n, c, h, w] * inputs[1][n, c, 0, 0],
            Zero => (_, _, _, _) => 0,
            Resize up => (n, c, h, w) => x[n, c, h * x.Shape.Height / up.Height, w * x.Shape.Width / up.Width],
            Shift => (n, c, h, w) => x[n, c, h + 1, w + 1],
            ChannelSlice slice => (n, c, h, w) => x[n, c + slice.Start, h, w],
            ChannelPad => (n, c, h, w) => c < x.Shape.Channels ? x[n, c, h, w] : 0,
            WeightedSum sum => (n, c, h, w) => Combinations(sum.Selection, weight).Sum(one => one.Weight * inputs[one.Entry][n, c, h, w]),
            PlacedSum sum => (n, c, h, w) => Combinations(sum.Selection, weight).Sum(one => one.Weight * Placed(inputs[one.Entry], sum, n, c, h, w)),
            ChannelMask mask => (n, c, h, w) => x[n, c, h, w] * Combinations(mask.Selection, weight).Where(one => c < one.Entry).Sum(one => one.Weight),
            SplitSum split => (n, c, h, w) => Enumerable.Range(0, split.Radix).Sum(r => x[n, (c * split.Radix) + r, h, w]),
            SplitSoftmax split => (n, c, h, w) => Math.Exp(x[n, c, h, w]) /
                Enumerable.Range(c / split.Radix * split.Radix, split.Radix).Sum(other => Math.Exp(x[n, other, h, w])),
            Recurrent one => NaiveRecurrent.Of(one, x, weight),
            Embedding or Positions or LayerNorm or Attention or TokenMean => NaiveSequences.Of(node.Operation, inputs, weight),
            _ => throw new ArgumentException(node.Operation.Kind),
        };
        return NaiveMap.Fill(x.Batch, node.Shape, value);
    }

    private static double Placed(NaiveMap x, PlacedSum sum, int n, int c, int h, int w)
    {
        for (var (row, y) = (0, 0); row < x.Shape.Height; row++)
        {
            y = row * sum.Height / x.Shape.Height;
            for (var column = 0; y == h && column < x.Shape.Width; column++)
            {
                if (column * sum.Width / x.Shape.Width == w)
                {
                    return x[n, c, row, column];
                }
            }
        }

        return 0;
    }

    /// <summary>What each combination of choices selects and weighs; the weights of a decision stand under <c>choices of NAME</c>.</summary>
    private static IEnumerable<(int Entry, double Weight)> Combinations(Selection selection, Func<string, double[]> weight)
    {
        for (var number = 0; number < selection.Table.Length; number++)
        {
            var (rest, product) = (number, 1.0);
            for (var i = selection.Decisions.Length - 1; i >= 0; i--)
            {
                product *= weight("choices of " + selection.Decisions[i])[rest % selection.Counts[i]];
                rest /= selection.Counts[i];
            }

            yield return (selection.Table[number], product);
        }
    }

    private static Func<int, int, int, int, double> Convolve(Convolution conv, NaiveMap x, Func<string, double[]> weight)
    {
        var (kernel, perGroup) = (Rounded(conv, weight(conv.Key + ".weight")), conv.In / conv.Groups);
        var bias = conv.Bias ? weight(conv.Key + ".bias") : new double[conv.Out];
        var (down, right) = conv.Form switch
        {
            KernelForm.Row => (1, conv.Stride),
            KernelForm.Column => (conv.Stride, 1),
            _ => (conv.Stride, conv.Stride),
        };
        return (n, o, h, w) =>
        {
            var (sum, (tall, wide), (above, left)) = (bias[o], conv.KernelSize, conv.PaddingSize);
            for (var i = 0; i < perGroup * tall * wide; i++)
            {
                var (channel, dy, dx) = (i / wide / tall, i / wide % tall, i % wide);
                sum += kernel[(o * perGroup * tall * wide) + i] * x[
                    n, (o / (conv.Out / conv.Groups) * perGroup) + channel,
                    (h * down) - above + (dy * conv.Dilation), (w * right) - left + (dx * conv.Dilation)];
            }

            return sum;
        };
    }

    private static double[] Rounded(Convolution conv, double[] weights)
    {
        var (perChannel, levels) = (weights.Length / conv.Out, Math.Pow(2, conv.Bits - 1) - 1);
        double[] steps = [.. weights.Chunk(perChannel).Select(channel => channel.Max(Math.Abs) / levels)];
        return conv.Bits == 32 ? weights : [.. weights.Select((one, place) => Math.Round(one / steps[place / perChannel]) * steps[place / perChannel])];
    }

    private static Func<int, int, int, int, double> Normalise(BatchNorm norm, NaiveMap x, Func<string, double[]> weight)
    {
        var scale = norm.Affine ? weight(norm.Key + ".weight") : [.. Enumerable.Repeat(1.0, norm.Channels)];
        var shift = norm.Affine ? weight(norm.Key + ".bias") : new double[norm.Channels];
        var values = Enumerable.Range(0, norm.Channels).Select(c => Enumerable.Range(0, x.Batch)
            .SelectMany(n => Window(x, n, c, 0, 0, x.Shape.Height, x.Shape.Width)).ToArray()).ToArray();
        var mean = values.Select(channel => channel.Average()).ToArray();
        var variance = values.Select((channel, c) => channel.Average(value => Math.Pow(value - mean[c], 2))).ToArray();
        return (n, c, h, w) => ((x[n, c, h, w] - mean[c]) / Math.Sqrt(variance[c] + norm.Epsilon) * scale[c]) + shift[c];
    }

    private static Func<int, int, int, int, double> Multiply(Linear linear, NaiveMap x, Func<string, double[]> weight)
    {
        var matrix = weight(linear.Key + ".weight");
        var bias = linear.Bias ? weight(linear.Key + ".bias") : new double[linear.Out];
        return (n, o, _, _) => bias[o] + Enumerable.Range(0, linear.In).Sum(i => matrix[(o * linear.In) + i] * x.Values[(n * linear.In) + i]);
    }

    private static Func<int, int, int, int, double> Pooled(Pool pool, NaiveMap x) => (n, c, h, w) =>
    {
        var window = Window(x, n, c, (h * pool.Stride) - pool.Padding, (w * pool.Stride) - pool.Padding, pool.Kernel, pool.Kernel).ToArray();
        return pool.Max ? window.Max() : window.Sum() / (pool.CountPadding ? pool.Kernel * pool.Kernel : window.Length);
    };

    /// <summary>The values of a window that lie inside the map.</summary>
    private static IEnumerable<double> Window(NaiveMap x, int n, int c, int top, int left, int height, int width) =>
        from row in Enumerable.Range(top, height)
        from column in Enumerable.Range(left, width)
        where row >= 0 && row < x.Shape.Height && column >= 0 && column < x.Shape.Width
        select x[n, c, row, column];

    private static double At(NaiveMap[] inputs, int n, int c, int h, int w)
    {
        var input = 0;
        for (; c >= inputs[input].Shape.Channels; input++)
        {
            c -= inputs[input].Shape.Channels;
        }

        return inputs[input][n, c, h, w];
    }

    internal static double Activate(ActivationKind function, double x) => function switch
    {
        ActivationKind.Relu => Math.Max(0, x),
        ActivationKind.Relu6 => Math.Clamp(x, 0, 6),
        ActivationKind.HardSigmoid => Math.Clamp(x + 3, 0, 6) / 6,
        ActivationKind.HardSwish => x * Math.Clamp(x + 3, 0, 6) / 6,
        ActivationKind.Sigmoid => 1 / (1 + Math.Exp(-x)),
        ActivationKind.Gelu => NaiveSequences.Gelu(x),
        ActivationKind.Swish => x / (1 + Math.Exp(-x)),
        _ => Math.Tanh(x),
    };
}
