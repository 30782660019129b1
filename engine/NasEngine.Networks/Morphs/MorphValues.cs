using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The values of a grown network's tensors.</summary>
internal static class MorphValues
{
    /// <summary>The values of one tensor, on the processor, in the dispose scope of the caller.</summary>
    /// <param name="morph">Where they come from.</param>
    /// <param name="before">The old tensor, where there is one.</param>
    /// <param name="shape">The new shape.</param>
    public static torch.Tensor Of(TensorMorph morph, torch.Tensor? before, long[] shape) => morph switch
    {
        FilledTensor { Value: var value } => torch.empty(shape, torch.ScalarType.Float32, torch.CPU).Fill_(value),
        PassingTensor passing => Passed(passing, shape),
        CopiedTensor copied => Copied(copied, before!, shape),
        _ => throw new InvalidOperationException($"Unknown origin {morph.GetType().Name} of a tensor."),
    };

    private static torch.Tensor Passed(PassingTensor passing, long[] shape)
    {
        var values = torch.zeros(shape, torch.ScalarType.Float32, torch.CPU);
        for (var output = 0; output < passing.Columns.Length; output++)
        {
            var one = values[output][passing.Columns[output]];
            foreach (var size in shape.AsSpan(2))
            {
                one = one[(int)size / 2];
            }

            one.Fill_(1);
        }

        return values;
    }

    private static torch.Tensor Copied(CopiedTensor copied, torch.Tensor before, long[] shape)
    {
        var values = before.index_select(0, Index([.. copied.Rows]));
        if (!copied.Columns.IsEmpty)
        {
            values = values.index_select(1, Index([.. copied.Columns]));
        }

        if (!copied.Shares.IsEmpty)
        {
            long[] alongColumns = [1, -1, .. Enumerable.Repeat(1L, shape.Length - 2)];
            values = values.mul(torch.tensor(copied.Shares.Select(share => (float)share).ToArray()).reshape(alongColumns));
        }

        var (tall, wide) = shape.Length == 4 ? ((shape[2] - values.shape[2]) / 2, (shape[3] - values.shape[3]) / 2) : (0, 0);
        return tall + wide > 0 ? torch.nn.functional.pad(values, [wide, wide, tall, tall]) : values;
    }

    private static torch.Tensor Index(IEnumerable<int> places) => torch.tensor(places.Select(place => (long)place).ToArray());
}
