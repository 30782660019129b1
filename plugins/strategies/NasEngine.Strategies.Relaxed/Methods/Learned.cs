using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>Where a method stands that learns a number per choice by gradient descent.</summary>
/// <param name="Alphas">The architecture parameters.</param>
/// <param name="Adam">Their optimiser.</param>
internal sealed record Learned(ChoiceValues Alphas, Adam Adam)
{
    /// <summary>Steps that taught nothing because they failed.</summary>
    public long Skipped { get; init; }

    /// <summary>Cross-entropy on the last validation batch, nats; NaN before the first.</summary>
    public double Loss { get; init; } = double.NaN;

    /// <summary>Number of the next step.</summary>
    public long Step { get; init; }

    /// <summary>Expected costs of the last validated mixture, in the order of the objective's targets; empty before the first.</summary>
    public ImmutableArray<double> Costs { get; init; } = [];

    /// <summary>What the method keeps of its own.</summary>
    public ImmutableArray<double> Own { get; init; } = [];

    /// <summary>Numbers of the decisions that the method gave another choice since the last step was proposed.</summary>
    public ImmutableArray<int> Changed { get; init; } = [];

    /// <summary>Before the first step.</summary>
    public static Learned Start(ChoiceValues alphas, AdamOptions adam) => new(alphas, new Adam(adam, alphas.All.Length));

    /// <summary>After a step of the optimiser down a gradient, which changes the optimiser too.</summary>
    public Learned Descend(ChoiceValues gradient) =>
        this with { Alphas = new ChoiceValues(Alphas.Space, Adam.Descend(Alphas.All, gradient.All)) };

    /// <summary>After a step was measured.</summary>
    public Learned Measured(Observation observation) =>
        this with { Loss = observation.Measurement.Metrics.GetValueOrDefault(MetricNames.ValidationLoss, double.NaN) };

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Alphas.All);
        Adam.Save(state);
        state.Write(Skipped);
        state.Write(Loss);
        state.Write(Step);
        state.Write(Costs.AsSpan());
        state.Write(Own.AsSpan());
        state.Write(Changed.AsSpan());
    }

    /// <summary>
    /// What <see cref="Save"/> wrote; version 1 had neither steps nor costs nor anything of a method's own, version 2 no changes.
    /// </summary>
    /// <param name="start">Before the first step, for lengths.</param>
    /// <param name="adam">Options of the optimiser.</param>
    /// <param name="state">The state.</param>
    public static Learned Restore(Learned start, AdamOptions adam, ref StateReader state)
    {
        var count = start.Alphas.All.Length;
        var alphas = new ChoiceValues(start.Alphas.Space, state.Doubles(count));
        var learned = new Learned(alphas, Adam.Restore(adam, count, ref state)) { Skipped = state.Int64(), Loss = state.Double() };
        return state.Version < 2 ? learned : learned with
        {
            Step = state.Int64(),
            Costs = [.. state.Doubles()],
            Own = [.. state.Doubles(start.Own.Length)],
            Changed = state.Version < 3 ? [] : [.. state.Int32s()],
        };
    }
}
