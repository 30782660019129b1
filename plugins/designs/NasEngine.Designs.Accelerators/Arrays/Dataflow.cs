namespace NasEngine.Designs.Accelerators;

/// <summary>Which operand of a matrix product stays in the array while the others stream through it.</summary>
public enum Dataflow
{
    /// <summary>Each element computes one output.</summary>
    OutputStationary,

    /// <summary>Each element holds one weight.</summary>
    WeightStationary,

    /// <summary>Each element holds one input.</summary>
    InputStationary,
}
