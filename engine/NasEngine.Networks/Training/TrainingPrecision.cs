using System.Runtime.Intrinsics.X86;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// What a training computes in: float32, or bf16 with float32 weights, norms and losses (mixed precision, arXiv 1710.03740; bf16 has the
/// exponents of float32 and needs no scaling of the loss, arXiv 1905.12322).
/// </summary>
/// <param name="Name"><c>float32</c> or <c>bf16</c>.</param>
internal sealed record TrainingPrecision(string Name)
{
    private const string Whole = "float32";
    private const string Short = "bf16";

    /// <summary>The type; null for float32.</summary>
    public torch.ScalarType? Type => Name == Short ? torch.ScalarType.BFloat16 : null;

    /// <summary>Reads it.</summary>
    public static TrainingPrecision Read(OptionReader options) => new(options.OneOf(
        "precision", Whole, "What trainings compute in; with bf16 weights, norms, losses and measurements stay float32", Whole, Short));

    /// <summary>What is to be said of it on a device.</summary>
    public IReadOnlyList<string> Remarks(torch.Device device) =>
        Name == Short && device.type == DeviceType.CPU && X86Base.IsSupported && !HasInstructions()
            ? ["This processor has no instructions for bf16 (AVX-512 BF16 or AMX), so trainings with precision bf16 are slower than with "
                + "float32."]
            : [];

    /// <summary>By its own word: leaf 7, AVX512_BF16 (EAX of subleaf 1, bit 5), AMX-BF16 (EDX of subleaf 0, bit 22).</summary>
    private static bool HasInstructions() => X86Base.CpuId(0, 0).Eax >= 7
        && ((X86Base.CpuId(7, 1).Eax & (1 << 5)) != 0 || (X86Base.CpuId(7, 0).Edx & (1 << 22)) != 0);
}
