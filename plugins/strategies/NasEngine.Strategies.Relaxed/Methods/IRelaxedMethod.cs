using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>What tells one method that weighs choices from another; all that it remembers is in <see cref="Learned"/>.</summary>
internal interface IRelaxedMethod
{
    /// <summary>Id of the strategy.</summary>
    string Id { get; }

    /// <summary>Optimiser of the architecture parameters.</summary>
    AdamOptions Adam { get; }

    /// <summary>Before the first step.</summary>
    Learned Start { get; }

    /// <summary>The next step.</summary>
    SupernetStep Propose(Learned state, ProposalContext context);

    /// <summary>What a step that was measured teaches.</summary>
    Learned Observe(Learned state, SupernetStep step, Observation observation);

    /// <summary>Probabilities of the choices, or shares that stand for them.</summary>
    ChoiceValues Weights(Learned state);

    /// <summary>The architecture that the weights favour now.</summary>
    Architecture Favoured(Learned state);

    /// <summary>The architectures it holds for the best, best first, at most <paramref name="count"/>, which is positive.</summary>
    ImmutableArray<Architecture> Recommend(Learned state, int count) => [Favoured(state)];

    /// <summary>Temperature of the draws at a step; null for a method without.</summary>
    double? Temperature(long step) => null;
}
