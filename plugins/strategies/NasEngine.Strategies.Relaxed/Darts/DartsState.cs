using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Darts;

/// <summary>Where DARTS stands.</summary>
/// <param name="Alphas">The architecture parameters.</param>
/// <param name="Adam">Their optimiser.</param>
/// <param name="Skipped">Steps that taught nothing because they failed.</param>
/// <param name="Loss">Cross-entropy on the last validation batch, nats; NaN before the first.</param>
internal sealed record DartsState(SoftmaxAlphas Alphas, Adam Adam, long Skipped, double Loss)
{
    /// <summary>Before the first step.</summary>
    public static DartsState Start(DecisionSpace space, DartsOptions options, ulong seed) => new(
        SoftmaxAlphas.Drawn(space, options.InitialSpread, RandomSource.For(seed, 0, "alphas")),
        new Adam(options.Adam, SoftmaxAlphas.Count(space)),
        0,
        double.NaN);

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Alphas.Logits);
        Adam.Save(state);
        state.Write(Skipped);
        state.Write(Loss);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static DartsState Restore(DecisionSpace space, DartsOptions options, ref StateReader state)
    {
        var count = SoftmaxAlphas.Count(space);
        var alphas = new SoftmaxAlphas(space, state.Doubles(count));
        return new DartsState(alphas, Adam.Restore(options.Adam, count, ref state), state.Int64(), state.Double());
    }
}
