namespace NasEngine.Designs.Accelerators;

/// <summary>A systolic array of multiply-accumulate elements with a double buffer for each operand. A word is a byte.</summary>
/// <param name="Rows">Elements down, at least 1.</param>
/// <param name="Columns">Elements across, at least 1.</param>
/// <param name="Dataflow">What stays in the elements.</param>
/// <param name="InputKb">Buffer of inputs, KiB; half of it is filled while the other half is read.</param>
/// <param name="FilterKb">Buffer of weights, KiB.</param>
/// <param name="OutputKb">Buffer of outputs and partial sums, KiB.</param>
/// <param name="Bandwidth">Words from and to memory in a cycle.</param>
public sealed record SystolicArray(
    int Rows, int Columns, Dataflow Dataflow, int InputKb, int FilterKb, int OutputKb, double Bandwidth)
{
    /// <summary>Multiply-accumulate elements.</summary>
    public long Elements => (long)Rows * Columns;

    /// <summary>Words of half the buffer of inputs.</summary>
    public long InputHalf => 512L * InputKb;

    /// <summary>Words of half the buffer of weights.</summary>
    public long FilterHalf => 512L * FilterKb;

    /// <summary>Words of half the buffer of outputs.</summary>
    public long OutputHalf => 512L * OutputKb;

    /// <summary>
    /// The share of half a buffer that one fold needs at least: the tile that stays, rows × columns, or a vector of what streams. Above 1
    /// the array cannot be fed.
    /// </summary>
    public double BufferUse
    {
        get
        {
            var (inputs, filters, outputs) = Dataflow switch
            {
                Dataflow.OutputStationary => ((long)Rows, (long)Columns, Elements),
                Dataflow.WeightStationary => (Rows, Elements, Columns),
                _ => (Elements, Rows, Columns),
            };
            return Math.Max((double)inputs / InputHalf, Math.Max((double)filters / FilterHalf, (double)outputs / OutputHalf));
        }
    }
}
