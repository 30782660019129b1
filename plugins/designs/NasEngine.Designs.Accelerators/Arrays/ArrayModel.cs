namespace NasEngine.Designs.Accelerators;

/// <summary>
/// Cycles and traffic of a matrix product on a systolic array, in closed form (SCALE-Sim: Samajdar et al., ISPASS 2020,
/// arXiv 1811.02883). The operand that stays is cut into folds of rows × columns; a fold takes 2·rows + columns + T − 2 cycles: it is
/// filled or drained, T vectors stream through, and the last one crosses the array. Traffic is that of double buffers: an operand
/// that fits into half of its buffer comes from memory once, another one as often as folds ask for it.
/// </summary>
public static class ArrayModel
{
    /// <summary>Runs a layer.</summary>
    public static LayerRun Run(SystolicArray array, Gemm layer)
    {
        var (down, across, stream) = array.Dataflow switch
        {
            Dataflow.OutputStationary => (layer.Pixels, layer.Filters, layer.Depth),
            Dataflow.WeightStationary => (layer.Depth, layer.Filters, layer.Pixels),
            _ => (layer.Depth, layer.Pixels, layer.Filters),
        };
        var (rows, columns) = (Folds(down, array.Rows), Folds(across, array.Columns));
        var cycles = rows * columns * ((2L * array.Rows) + array.Columns + stream - 2) * layer.Groups;
        var (inputs, weights, outputs) = (layer.Pixels * layer.Depth, layer.Depth * layer.Filters, layer.Pixels * layer.Filters);
        var (read, fetched, written) = array.Dataflow switch
        {
            Dataflow.OutputStationary => (inputs * columns, weights * rows, outputs),
            Dataflow.WeightStationary => (inputs * columns, weights, outputs * rows),
            _ => (inputs, weights * columns, outputs * rows),
        };
        var inputTraffic = layer.Groups * InputTraffic(array, layer, rows, columns, read);
        var filterTraffic = layer.Groups * (weights <= array.FilterHalf ? weights : fetched);
        var outputTraffic = layer.Groups * OutputTraffic(array, layer, rows, outputs);
        var traffic = inputTraffic + filterTraffic + outputTraffic;
        return new LayerRun(
            cycles, Math.Max(cycles, traffic / array.Bandwidth), (read + fetched) * layer.Groups, written * layer.Groups,
            inputTraffic, filterTraffic, outputTraffic);
    }

    /// <summary>
    /// A fold of the depth touches the channels that its rows belong to; the folds of one channel touch it again.
    /// </summary>
    private static double InputTraffic(SystolicArray array, Gemm layer, long rows, long columns, long read)
    {
        if (layer.InputWords <= array.InputHalf)
        {
            return layer.InputWords;
        }

        var channels = (double)layer.Depth / layer.KernelArea;
        var touched = Math.Min(1, Folds(array.Rows, layer.KernelArea) / channels);
        var passes = array.Dataflow switch
        {
            Dataflow.OutputStationary => columns,
            Dataflow.WeightStationary => columns * Math.Max(1, rows * touched),
            _ => Math.Max(1, rows * touched),
        };
        return Math.Min(read, layer.InputWords * passes);
    }

    /// <summary>Partial sums of a strip of folds stay in the buffer, or go to memory and back between folds.</summary>
    private static long OutputTraffic(SystolicArray array, Gemm layer, long rows, long outputs)
    {
        var strip = array.Dataflow switch
        {
            Dataflow.OutputStationary => 0,
            Dataflow.WeightStationary => layer.Pixels * Math.Min(array.Columns, layer.Filters),
            _ => layer.Filters * Math.Min(array.Columns, layer.Pixels),
        };
        return strip <= array.OutputHalf ? outputs : outputs * ((2 * rows) - 1);
    }

    private static long Folds(long length, long part) => (length + part - 1) / part;
}
