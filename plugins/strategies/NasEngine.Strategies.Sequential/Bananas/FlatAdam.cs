using System.Numerics;
using System.Runtime.InteropServices;

namespace NasEngine.Strategies.Sequential;

/// <summary>
/// Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1) over many single-precision parameters in place, a vector at a time; the contracts'
/// own is for the few that a strategy keeps.
/// </summary>
internal sealed class FlatAdam(float rate, float secondDecay, int count)
{
    private const float FirstDecay = 0.9f;
    private const float Epsilon = 1e-7f;

    private readonly float[] _first = new float[Padded(count)];
    private readonly float[] _second = new float[Padded(count)];
    private int _steps;

    /// <summary>The length that parameters and gradients must have: whole vectors.</summary>
    public static int Padded(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    /// <summary>One step down the gradient.</summary>
    public void Descend(Span<float> parameters, ReadOnlySpan<float> gradient)
    {
        _steps++;
        var firstScale = new Vector<float>(rate / (1 - MathF.Pow(FirstDecay, _steps)));
        var secondScale = new Vector<float>(1 / (1 - MathF.Pow(secondDecay, _steps)));
        var weights = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        var slopes = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        var first = MemoryMarshal.Cast<float, Vector<float>>(_first.AsSpan());
        var second = MemoryMarshal.Cast<float, Vector<float>>(_second.AsSpan());
        var epsilon = new Vector<float>(Epsilon);
        for (var i = 0; i < weights.Length; i++)
        {
            var slope = slopes[i];
            first[i] = (first[i] * FirstDecay) + (slope * (1 - FirstDecay));
            second[i] = (second[i] * secondDecay) + (slope * slope * (1 - secondDecay));
            weights[i] -= firstScale * first[i] / (Vector.SquareRoot(second[i] * secondScale) + epsilon);
        }
    }
}
