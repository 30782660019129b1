using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>What a method asks of the search that it is made for.</summary>
internal static class Needs
{
    /// <summary>A strategy in messages.</summary>
    public static string Owner(string id) => $"strategy '{id}'";

    /// <summary>The space, whose choices can be weighed.</summary>
    /// <exception cref="InputException">It has paths only.</exception>
    public static IRelaxedSpace Mixtures(StrategySetup setup, string id) => setup.Space switch
    {
        IRelaxedSpace { NoMixtures: null } space => space,
        IRelaxedSpace { NoMixtures: var why } => throw new InputException($"Strategy '{id}' weighs choices. {why}"),
        _ => throw new InputException(
            $"Strategy '{id}' weighs choices, and space '{setup.Space.Decisions.Id}' has paths only; use a space with mixtures, such as "
            + $"'darts' or 'nasbench201'."),
    };

    /// <summary>The space, whose choices can be weighed, all channels in them.</summary>
    /// <exception cref="InputException">
    /// It has paths only, or mixtures of partial channels, whose edges need weights that sum to 1.
    /// </exception>
    public static IRelaxedSpace WholeMixtures(StrategySetup setup, string id) =>
        Mixtures(setup, id) is { ChannelParts: 1 } space ? space : throw new InputException(
            $"Strategy '{id}' runs single choices, and with partial channels the edges of a node are weighed together; leave out the "
            + $"space's 'partial', or use 'pc-darts', 'darts' or 'drnas'.");

    /// <summary>Refuses an objective with targets.</summary>
    /// <exception cref="InputException">It has one.</exception>
    public static void NoTargets(StrategySetup setup, string id)
    {
        if (!setup.Objective.Targets.IsEmpty)
        {
            throw new InputException(
                $"Strategy '{id}' learns from the loss alone and cannot keep '{setup.Objective.Targets[0].Metric}' to a target; leave "
                + $"costs out of its objective, or use 'fp-nas', 'dmasking' or 'tf-nas'.");
        }
    }
}
