using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The kernels of operations that choices weigh. Where nobody asks for gradients of the choices, what is multiplied by
/// exactly 1 is left as it is: a mixture of one choice costs what its path costs.
/// </summary>
internal static class MixtureKernels
{
    public static Kernel WeightedSum(Selection selection)
    {
        var inputCount = selection.Largest + 1;
        var selected = Matrix(selection, inputCount, (entry, input) => entry == input);
        return (inputs, source) =>
        {
            using var shares = Shares(selection, selected, inputCount, source, inputs[0].device);
            return inputs.Length == 1 && IsOne(shares) ? inputs[0].alias() : Sum(inputs, shares);
        };
    }

    public static Kernel PlacedSum(PlacedSum sum)
    {
        var add = WeightedSum(sum.Selection);
        return (inputs, source) =>
        {
            torch.Tensor[] placed = [.. inputs.ToArray().Select(input => Placed(input, sum.Height, sum.Width))];
            var output = add(placed, source);
            foreach (var one in placed)
            {
                one.Dispose();
            }

            return output;
        };
    }

    public static Kernel Mask(Selection selection, int channels)
    {
        var kept = Matrix(selection, channels, (width, channel) => channel < width);
        return (inputs, source) =>
        {
            using var shares = Shares(selection, kept, channels, source, inputs[0].device);
            if (IsOne(shares))
            {
                return inputs[0].alias();
            }

            using var mask = shares.reshape(1, channels, 1, 1);
            return inputs[0].mul(mask);
        };
    }

    /// <summary>A map on a larger grid, zeros between.</summary>
    private static torch.Tensor Placed(torch.Tensor input, int height, int width)
    {
        using var bordered = torch.nn.functional.pad(input, [0, 1, 0, 1]);
        using var rows = bordered.index_select(2, Places(input.shape[2], height, input.device));
        return rows.index_select(3, Places(input.shape[3], width, input.device));
    }

    /// <summary>For each row of the grid the row that is put there, or the border behind the last one.</summary>
    private static torch.Tensor Places(long from, int to, torch.Device device)
    {
        var places = Enumerable.Repeat(from, to).ToArray();
        for (var row = 0L; row < from; row++)
        {
            places[row * to / from] = row;
        }

        return torch.tensor(places, device: device);
    }

    /// <summary>Combinations × columns, 1 where the combination's entry concerns the column.</summary>
    private static float[] Matrix(Selection selection, int columns, Func<int, int, bool> concerns)
    {
        var matrix = new float[selection.Table.Length * columns];
        for (var i = 0; i < matrix.Length; i++)
        {
            matrix[i] = concerns(selection.Table[i / columns], i % columns) ? 1 : 0;
        }

        return matrix;
    }

    /// <summary>For each column the weight of the combinations that concern it, a vector.</summary>
    private static torch.Tensor Shares(Selection selection, float[] matrix, int columns, IWeightSource source, torch.Device device)
    {
        using var flat = torch.tensor(matrix, device: device);
        using var table = flat.reshape(-1, columns);
        using var combinations = Combinations(selection, source, device);
        using var product = combinations.matmul(table);
        return product.reshape(columns);
    }

    /// <summary>
    /// The weight of every combination, 1 × combinations: the products of the choices' weights, the last decision fastest.
    /// </summary>
    private static torch.Tensor Combinations(Selection selection, IWeightSource source, torch.Device device)
    {
        var product = torch.ones([1, 1], device: device);
        foreach (var decision in selection.Decisions)
        {
            using var before = product;
            using var column = before.reshape(-1, 1);
            using var row = source.Choices(decision).reshape(1, -1);
            using var outer = column.mul(row);
            product = outer.reshape(1, -1);
        }

        return product;
    }

    private static torch.Tensor Sum(ReadOnlySpan<torch.Tensor> inputs, torch.Tensor shares)
    {
        var sum = Term(inputs, shares, 0);
        for (var i = 1; i < inputs.Length; i++)
        {
            using var term = Term(inputs, shares, i);
            sum.Add_(term);
        }

        return sum;
    }

    private static torch.Tensor Term(ReadOnlySpan<torch.Tensor> inputs, torch.Tensor shares, int input)
    {
        using var share = shares.narrow(0, input, 1);
        return inputs[input].mul(share);
    }

    private static bool IsOne(torch.Tensor shares)
    {
        if (shares.requires_grad)
        {
            return false;
        }

        using var smallest = shares.min();
        using var largest = shares.max();
        return smallest.Number() == 1 && largest.Number() == 1;
    }
}
