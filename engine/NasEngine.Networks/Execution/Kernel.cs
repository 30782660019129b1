using TorchSharp;

namespace NasEngine.Networks;

/// <summary>Computes one operation.</summary>
/// <param name="inputs">Batch × C × H × W each, in any memory format; left as they are, unless the kernel was made to overwrite.</param>
/// <param name="weights">Where its tensors come from.</param>
/// <returns>Batch × C × H × W: a new tensor, or the first input overwritten.</returns>
internal delegate torch.Tensor Kernel(ReadOnlySpan<torch.Tensor> inputs, IWeightSource weights);
