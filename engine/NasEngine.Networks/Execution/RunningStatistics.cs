using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Running statistics of one batch norm.</summary>
/// <param name="Mean">Running mean, one per channel.</param>
/// <param name="Variance">Running variance, one per channel.</param>
/// <param name="Momentum">
/// Share of the batch in the new statistics when training: they are moved by it and the batch's own are used. Null when
/// not training: they are used as they are.
/// </param>
public sealed record RunningStatistics(torch.Tensor Mean, torch.Tensor Variance, double? Momentum);
