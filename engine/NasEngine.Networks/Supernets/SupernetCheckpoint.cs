using System.Text;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The state of a supernet's training as bytes: a line that says what it is, the id of the space, how many steps trained, what the
/// rules keep, then weights and momenta in the safetensors format. Layouts 1 and 2 do not say how many steps trained.
/// </summary>
internal static class SupernetCheckpoint
{
    private const string Kind = "nas-engine supernet 3";
    private const string Layout2 = "nas-engine supernet 2";
    private const string Layout1 = "nas-engine supernet 1";
    private const string WeightPrefix = "weight/";
    private const string MomentumPrefix = "momentum/";

    /// <summary>Writes the state.</summary>
    public static void Save(Stream destination, string space, SharedWeights weights, Sgd optimiser, SupernetRules rules, TrainedSteps steps)
    {
        using (var state = new BinaryWriter(destination, Encoding.UTF8, leaveOpen: true))
        {
            state.Write(Kind);
            state.Write(space);
            steps.Save(state);
            rules.Save(state);
        }

        Safetensors.Write(destination, [.. Named(WeightPrefix, weights.Tensors), .. Named(MomentumPrefix, optimiser.Momenta)]);
    }

    /// <summary>Reads the state into weights of the same space and an optimiser that has not run.</summary>
    /// <exception cref="InputException">It is no such state, or of another space.</exception>
    public static void Restore(Stream source, string space, SharedWeights weights, Sgd optimiser, SupernetRules rules, TrainedSteps steps)
    {
        using (var state = new BinaryReader(source, Encoding.UTF8, leaveOpen: true))
        {
            var kind = state.ReadString();
            Expect(kind, kind is Layout1 or Layout2 ? kind : Kind);
            Expect(state.ReadString(), space);
            steps.Restore(kind == Kind ? state : null);
            if (kind == Layout1)
            {
                rules.RestoreLayout1(state);
            }
            else
            {
                rules.Restore(state);
            }
        }

        foreach (var (name, tensor) in Safetensors.Read(source, "supernet checkpoint"))
        {
            using (tensor)
            {
                Restore(name, tensor, weights, optimiser);
            }
        }
    }

    private static void Restore(string name, torch.Tensor tensor, SharedWeights weights, Sgd optimiser)
    {
        if (name.StartsWith(MomentumPrefix, StringComparison.Ordinal))
        {
            optimiser.Restore(name[MomentumPrefix.Length..], tensor);
        }
        else if (
            weights.Tensors.TryGetValue(name[WeightPrefix.Length..], out var weight) && weight.shape.AsSpan().SequenceEqual(tensor.shape))
        {
            weight.copy_(tensor);
        }
        else
        {
            throw new InputException(
                $"The supernet checkpoint has a tensor '{name}' [{string.Join(", ", tensor.shape)}] that the space does not have in this "
                + $"shape; resume with the version and options that wrote it.");
        }
    }

    private static void Expect(string found, string expected)
    {
        if (found != expected)
        {
            throw new InputException($"The supernet checkpoint is of '{found}' and must be of '{expected}'.");
        }
    }

    private static IEnumerable<KeyValuePair<string, torch.Tensor>> Named(
        string prefix, IReadOnlyDictionary<string, torch.Tensor> tensors) =>
        tensors.Select(pair => KeyValuePair.Create(prefix + pair.Key, pair.Value));
}
