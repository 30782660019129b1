using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What operations without weights make of maps of a grown network.</summary>
internal static class PlainMorphs
{
    /// <summary>The map that an operation computes.</summary>
    /// <exception cref="InputException">It would not be what the old network computes.</exception>
    public static MorphedMap Of(Operation operation, FeatureShape shape, MorphedMap[] inputs) => operation switch
    {
        Input => MorphedMap.Same(shape.Channels),
        Activation { Function: var function } => Activated(function, inputs[0]),
        Pool or GlobalAveragePool or Resize or Shift => inputs[0],
        Add => Sum(inputs),
        Scale => inputs[0].IsZero ? inputs[0] : Sum(inputs) with { IsPositive = inputs.All(input => input.IsPositive) },
        Concat when inputs.All(input => !input.IsZero) => Joined(inputs),
        _ when inputs.All(input => input.IsUnchanged) => MorphedMap.Same(shape.Channels),
        _ => throw new InputException($"a {operation.Kind} reads a map that is wider than before."),
    };

    private static MorphedMap Activated(ActivationKind function, MorphedMap input)
    {
        if (input.IsZero)
        {
            return function is ActivationKind.Sigmoid or ActivationKind.HardSigmoid
                ? throw new InputException($"a {function.Name()} reads what begins as zeros.")
                : input;
        }

        if (input.IsPassed && !(function == ActivationKind.Relu && input.IsPositive))
        {
            throw new InputException($"a {function.Name()} behind a new operation changes what that hands on; a ReLU of a ReLU does not.");
        }

        return input with
        {
            IsPassed = false,
            IsPositive = function is ActivationKind.Relu or ActivationKind.Relu6 or ActivationKind.Sigmoid or ActivationKind.HardSigmoid,
        };
    }

    private static MorphedMap Sum(MorphedMap[] inputs)
    {
        var terms = inputs.Where(input => !input.IsZero).ToArray();
        if (terms.Length == 0)
        {
            return MorphedMap.Zero;
        }

        return terms.All(term => term.Before == terms[0].Before && term.Origins.SequenceEqual(terms[0].Origins))
            ? terms[0] with { IsPassed = terms.Any(term => term.IsPassed), IsPositive = terms.All(term => term.IsPositive) }
            : throw new InputException("maps are joined whose channels come from different ones of before.");
    }

    private static MorphedMap Joined(MorphedMap[] inputs)
    {
        var origins = ImmutableArray.CreateBuilder<int>();
        var before = 0;
        foreach (var input in inputs)
        {
            origins.AddRange(input.Origins.Select(origin => before + origin));
            before += input.Before;
        }

        return new MorphedMap(origins.ToImmutable(), before)
        {
            IsPassed = inputs.Any(input => input.IsPassed),
            IsPositive = inputs.All(input => input.IsPositive),
        };
    }
}
