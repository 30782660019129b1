namespace NasEngine.Contracts;

/// <summary>What happens with the winners: each is trained from scratch and measured on the test images.</summary>
/// <param name="Estimator">Who trains and measures them.</param>
/// <param name="Count">How many, at least 1: the best and the runners-up.</param>
public sealed record FinalSpec(ComponentSpec Estimator, int Count);
