namespace NasEngine.Designs.Accelerators;

/// <summary>What a layer takes of an array.</summary>
/// <param name="ComputeCycles">Cycles where memory is never waited for.</param>
/// <param name="Cycles">Cycles with the waits for memory.</param>
/// <param name="Reads">Words that the array reads of its buffers: inputs and weights.</param>
/// <param name="Writes">Words that it writes into the buffer of outputs, partial sums among them.</param>
/// <param name="InputTraffic">Input words from memory.</param>
/// <param name="FilterTraffic">Weight words from memory.</param>
/// <param name="OutputTraffic">Output words to memory, and partial sums to memory and back.</param>
public readonly record struct LayerRun(
    long ComputeCycles, double Cycles, long Reads, long Writes, double InputTraffic, long FilterTraffic, long OutputTraffic)
{
    /// <summary>Words from and to memory.</summary>
    public double Traffic => InputTraffic + FilterTraffic + OutputTraffic;
}
