using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Growth of operations that have weights.</summary>
internal sealed class WeightedMorphs(MorphedTensors tensors, Func<string, Beginning> beginning, UnitCopies copies)
{
    private readonly List<BatchNorm> _passing = [];

    /// <summary>Batch norms that begin as the identity.</summary>
    public ImmutableArray<BatchNorm> Passing => [.. _passing];

    /// <summary>A convolution.</summary>
    public MorphedMap Convolution(Convolution convolution, MorphedMap input)
    {
        var weight = convolution.Weights[0];
        var isDepthwise = convolution.Groups > 1 && convolution.Groups == convolution.In && convolution.Out == convolution.In;
        if (tensors.Before(weight.Name) is not { } old)
        {
            var fits = convolution is { Stride: 1 } && convolution.Kernel % 2 == 1 && (isDepthwise || convolution.Groups == 1);
            return Begin(convolution.Key, convolution.Weights, input, convolution.Out, isDepthwise, fits);
        }

        MustBeThere(input, convolution.Key);
        if (isDepthwise)
        {
            tensors.Copy(weight.Name, weight.Shape, input.Origins);
            return Biased(convolution.Weights, new MorphedMap(input.Origins, input.Before));
        }

        if (convolution.Groups > 1 && (!input.IsUnchanged || old[0] != convolution.Out))
        {
            throw new InputException($"convolution '{convolution.Key}' in {convolution.Groups} groups is wider than before.");
        }

        return Widened(convolution.Weights, old, convolution.Groups > 1 ? MorphedMap.Same(weight.Shape[1]) : input);
    }

    /// <summary>A linear layer on a flattened map.</summary>
    public MorphedMap Linear(Linear linear, MorphedMap input, FeatureShape shape)
    {
        if (tensors.Before(linear.Weights[0].Name) is not { } old)
        {
            return Begin(linear.Key, linear.Weights, input, linear.Out, false, shape is { Height: 1, Width: 1 });
        }

        MustBeThere(input, linear.Key);
        var pixels = shape.Height * shape.Width;
        var flat = new MorphedMap(
            [.. input.Origins.SelectMany(origin => Enumerable.Range(origin * pixels, pixels))], input.Before * pixels);
        return Widened(linear.Weights, old, flat);
    }

    /// <summary>A batch norm.</summary>
    public MorphedMap Norm(BatchNorm norm, MorphedMap input)
    {
        string mean = norm.Key + ".running_mean", variance = norm.Key + ".running_var";
        if (tensors.Before(mean) is not null)
        {
            MustBeThere(input, norm.Key);
            foreach (var name in norm.Weights.Select(weight => weight.Name).Append(mean).Append(variance))
            {
                tensors.Copy(name, [norm.Channels], input.Origins);
            }

            return new MorphedMap(input.Origins, input.Before);
        }

        var isZero = beginning(norm.Key) == Beginning.Zero;
        if (norm.Weights.IsEmpty)
        {
            throw new InputException($"batch norm '{norm.Key}' is new and has no scale that could undo it.");
        }

        tensors.Begin(norm.Weights[0].Name, new FilledTensor(isZero ? 0 : input.IsZero ? 1 : Math.Sqrt(1 + norm.Epsilon)));
        tensors.Begin(norm.Weights[1].Name, new FilledTensor(0));
        tensors.Begin(mean, new FilledTensor(0));
        tensors.Begin(variance, new FilledTensor(1));
        if (isZero || input.IsZero)
        {
            return MorphedMap.Zero;
        }

        _passing.Add(norm);
        return input with { IsPassed = true };
    }

    private MorphedMap Begin(string key, ImmutableArray<Weight> weights, MorphedMap input, int outputs, bool isDepthwise, bool fits)
    {
        foreach (var bias in weights.Skip(1))
        {
            tensors.Begin(bias.Name, new FilledTensor(0));
        }

        if (beginning(key) == Beginning.Zero)
        {
            tensors.Begin(weights[0].Name, new FilledTensor(0));
            return MorphedMap.Zero;
        }

        MustBeThere(input, key);
        if (!fits || outputs < input.Before)
        {
            throw new InputException($"'{key}' is new and cannot hand on the {input.Before} channels that it reads.");
        }

        var origins = outputs == input.Origins.Length ? input.Origins : copies.Of(input.Before, outputs);
        ImmutableArray<int> read = outputs == input.Origins.Length
            ? [.. Enumerable.Range(0, outputs)]
            : [.. origins.Select(origin => input.Origins.IndexOf(origin))];
        tensors.Begin(weights[0].Name, new PassingTensor(isDepthwise ? [.. new int[outputs]] : read));
        return input with { Origins = origins, IsPassed = true };
    }

    private MorphedMap Widened(ImmutableArray<Weight> weights, ImmutableArray<int> old, MorphedMap input)
    {
        var weight = weights[0];
        if (old.Length != weight.Shape.Length || old[0] > weight.Shape[0] || old[1] != input.Before)
        {
            throw new InputException(
                $"it has a tensor '{weight.Name}' [{string.Join(", ", weight.Shape)}], and the other has it as [{string.Join(", ", old)}]; "
                + "layers grow, and read what they read before.");
        }

        var rows = copies.Of(old[0], weight.Shape[0]);
        tensors.Copy(weight.Name, weight.Shape, rows, input.Origins, copies.Shares(input.Origins));
        return Biased(weights, new MorphedMap(rows, old[0]));
    }

    private MorphedMap Biased(ImmutableArray<Weight> weights, MorphedMap output)
    {
        foreach (var bias in weights.Skip(1))
        {
            tensors.Copy(bias.Name, bias.Shape, output.Origins);
        }

        return output;
    }

    private static void MustBeThere(MorphedMap input, string key)
    {
        if (input.IsZero)
        {
            throw new InputException($"'{key}' reads what begins as zeros.");
        }
    }
}
