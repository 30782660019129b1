using System.Globalization;

namespace NasEngine.Export;

/// <summary>How far a model in ONNX Runtime is from the network that it was made of.</summary>
/// <param name="Inputs">How many inputs were compared.</param>
/// <param name="Largest">
/// The largest difference of an output, as a share of the largest output of the same input where that is over 1.
/// </param>
/// <param name="SameAnswers">For how many inputs both have their largest output at the same place.</param>
public sealed record OnnxAgreement(int Inputs, double Largest, int SameAnswers)
{
    /// <summary>The largest difference that a written model may have.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>Whether the two are one network, up to rounding.</summary>
    public bool Holds => Largest <= Tolerance && SameAnswers == Inputs;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"off by at most {Largest:0.0e-0} on {Inputs} inputs, {(SameAnswers == Inputs ? "all" : SameAnswers)} answers the same");
}
