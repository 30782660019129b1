using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Trains on the sum of the routes' losses in one step (bi-sampling of TF-NAS, arXiv 2008.05314, section 3.1). A step's setting
/// <c>strongest.DECISION</c> other than 0 sorts the channels that the decision masks to its widths before it: see
/// <see cref="StrongestFirst"/>. Channels whose order matters to something else stay where they are.
/// </summary>
internal sealed class SumRule(INetworkSpace space) : ISupernetRule
{
    /// <summary>What the settings that name a decision begin with.</summary>
    public const string Strongest = "strongest.";

    private readonly Lazy<ImmutableArray<ChannelGroup>> _groups =
        new(() => space is IMixtureSpace { NoMixtures: null } mixtures ? ChannelGroups.Of(mixtures.DescribeMixture()) : []);

    /// <inheritdoc/>
    public Measurement Train(SupernetStepContext context, CancellationToken cancellation)
    {
        if (context.OnlyMeasures())
        {
            return new Measurement();
        }

        Sort(context);
        var losses = ImmutableArray.CreateBuilder<double>(context.Step.Train.Length);
        using var sum = new GradientSum(context.Supernet.Weights);
        context.Supernet.Backward(
            context.Step.Train,
            context.Training,
            (_, result) =>
            {
                losses.Add(result.Loss);
                sum.Add(result, 1);
            },
            cancellation);
        return context.Descend(sum, losses.MoveToImmutable());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Sort(SupernetStepContext context)
    {
        var named = context.Step.Settings
            .Where(setting => setting.Value != 0 && setting.Key.StartsWith(Strongest, StringComparison.Ordinal))
            .Select(setting => setting.Key[Strongest.Length..])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var group in named.Count == 0 ? [] : _groups.Value)
        {
            if (group.Decisions.Any(named.Contains))
            {
                StrongestFirst.Sort(group, context.Supernet.Weights, context.Optimiser);
            }
        }
    }
}
