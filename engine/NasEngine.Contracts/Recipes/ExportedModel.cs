namespace NasEngine.Contracts.Recipes;

/// <summary>A network that was written as an ONNX model, after it ran in ONNX Runtime beside the engine's own.</summary>
/// <param name="Path">The file.</param>
/// <param name="LargestDifference">
/// The largest difference of an output between the two, as a share of the largest output of the same input where that is over 1; at
/// most 1e-4, or nothing would have been written.
/// </param>
/// <param name="Inputs">How many inputs were compared; both gave the same answer to each.</param>
public sealed record ExportedModel(string Path, double LargestDifference, int Inputs);
