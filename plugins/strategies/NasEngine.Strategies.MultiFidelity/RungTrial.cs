using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity;

/// <summary>The trial of an architecture in a rung.</summary>
/// <param name="options">The rungs.</param>
internal sealed class RungTrial(RungOptions options)
{
    /// <summary>A newcomer's, in the lowest rung of its race.</summary>
    public Trial First(Architecture architecture, int rung) => new(architecture, new Fidelity(options.EpochsOf(rung)))
    {
        Keep = KeepsNetworks(rung),
    };

    /// <summary>That of one that was measured in the rung below.</summary>
    public Trial Next(Entrant entrant, int rung)
    {
        if (!options.Continue)
        {
            return First(entrant.Architecture, rung);
        }

        var before = options.EpochsOf(rung - 1);
        return new Trial(entrant.Architecture, new Fidelity(options.EpochsOf(rung) - before) { PriorEpochs = before })
        {
            Weights = WeightOrigin.Of(entrant.Number),
            Keep = KeepsNetworks(rung),
        };
    }

    /// <summary>Whether the networks of a rung may be trained on.</summary>
    public bool KeepsNetworks(int rung) => options.Continue && rung < options.Top;
}
