using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The gradient by one weight of a path, in the weight's shape.</summary>
public readonly record struct WeightGradient(Weight Weight, torch.Tensor Gradient);
