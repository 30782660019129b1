using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Computes one operation.</summary>
/// <param name="inputs">Batch × C × H × W each, in any memory format; left as they are.</param>
/// <param name="weights">Where its tensors come from.</param>
/// <returns>A new tensor, batch × C × H × W.</returns>
internal delegate torch.Tensor Kernel(ReadOnlySpan<torch.Tensor> inputs, IWeightSource weights);
