using System.Collections.Immutable;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The result of a pass as bytes, bit for bit.</summary>
internal static class PassAnswer
{
    /// <summary>Writes a result.</summary>
    public static void Write(BinaryWriter to, PassResult result)
    {
        TensorBytes.Write(to, result.Logits);
        to.Write(result.Loss);
        to.Write7BitEncodedInt(result.Weights.Length);
        foreach (var (weight, gradient) in result.Weights)
        {
            to.Write(weight.Name);
            TensorBytes.WriteElements(to, gradient);
        }

        to.Write7BitEncodedInt(result.Choices.Count);
        foreach (var (decision, gradients) in result.Choices)
        {
            to.Write(decision);
            to.Write7BitEncodedInt(gradients.Length);
            foreach (var gradient in gradients)
            {
                to.Write(gradient);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; it belongs to the caller.</summary>
    /// <param name="from">The bytes.</param>
    /// <param name="network">What the pass ran.</param>
    /// <param name="device">Where the tensors are to lie.</param>
    public static PassResult Read(BinaryReader from, NetworkSpec network, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        var (logits, loss) = (scope.Detach(TensorBytes.Read(from, device)), from.ReadDouble());
        var known = network.Weights.ToDictionary(weight => weight.Name, StringComparer.Ordinal);
        var weights = ImmutableArray.CreateBuilder<WeightGradient>();
        for (var count = from.Read7BitEncodedInt(); count > 0; count--)
        {
            var weight = known[from.ReadString()];
            weights.Add(new WeightGradient(weight, scope.Detach(
                TensorBytes.ReadElements(from, [.. weight.Shape.Select(size => (long)size)], torch.ScalarType.Float32, device))));
        }

        var choices = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);
        for (var count = from.Read7BitEncodedInt(); count > 0; count--)
        {
            var decision = from.ReadString();
            var gradients = new double[from.Read7BitEncodedInt()];
            for (var place = 0; place < gradients.Length; place++)
            {
                gradients[place] = from.ReadDouble();
            }

            choices.Add(decision, [.. gradients]);
        }

        return new PassResult(logits, loss, weights.ToImmutable(), choices.ToImmutable());
    }
}
