using System.Collections.Immutable;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The sandwich rule with in-place distillation (BigNAS, arXiv 2003.11142, section 3.1; after universally slimmable
/// networks, arXiv 1903.05134): the first training route, usually the largest path, learns from the labels; the others,
/// the smallest and some random ones, learn from the first one's softmax, which is held fixed. One step on the sum of all
/// gradients. Only the first is regularised: dropout before its classifier, and weight decay on the weights that it has.
/// </summary>
/// <remarks>
/// Reports the label losses as <c>train_nll</c>, and the losses trained on as <c>train_soft</c>. Settings of a step: <c>dropout</c>, the
/// share of features that is dropped; <c>residual_scale</c>, to which the last batch norms of all residual branches are set before it.
/// </remarks>
internal sealed class SandwichRule(INetworkSpace space) : ISupernetRule
{
    /// <summary>Name of the setting that gives the dropout of the first route.</summary>
    public const string Dropout = "dropout";

    /// <summary>Name of the setting that gives the scale of residual branches.</summary>
    public const string ResidualScale = "residual_scale";

    /// <summary>Name of the list of losses that were trained on: the labels' for the first route, the soft labels' for the rest.</summary>
    public const string TrainedLosses = "train_soft";

    /// <inheritdoc/>
    public Measurement Train(SupernetStepContext context, CancellationToken cancellation)
    {
        if (context.OnlyMeasures())
        {
            return new Measurement();
        }

        if (context.Step.Settings.TryGetValue(ResidualScale, out var scale))
        {
            ResidualBranches.Scale(space, context.Supernet.Weights, scale);
        }

        var labelled = ImmutableArray.CreateBuilder<double>();
        var trained = ImmutableArray.CreateBuilder<double>();
        using var scope = torch.NewDisposeScope();
        using var sum = new GradientSum(context.Supernet.Weights);
        var teacher = context.Step.Train[0];
        torch.Tensor? soft = null;
        var first = new Pass(teacher, context.Training, PassGradients.Weights)
        {
            Dropout = context.Setting(Dropout, 0) is > 0 and var share ? new FeatureDropout(share, context.Seed, context.Number) : null,
        };
        context.Supernet.Run([first], (_, result) =>
        {
            Take(result);
            soft = result.Logits.softmax(1).DetachFromDisposeScope();
        }, cancellation);
        using var answer = soft!;
        var regularised = sum.Touched.ToHashSet(StringComparer.Ordinal);
        context.Supernet.Run(
            [.. context.Step.Train.Skip(1).Select(route => new Pass(route, context.Training, PassGradients.Weights)
            {
                Answers = answer,
            })],
            (_, result) => Take(result),
            cancellation);
        var measured = context.Descend(sum, labelled.ToImmutable(), regularised);
        return measured.Failure is null ? measured.With(TrainedLosses, trained.ToImmutable()) : measured;

        void Take(PassResult result)
        {
            trained.Add(result.Loss);
            labelled.Add(NetworkEvaluator.Of(result.Logits, context.Training).Loss);
            sum.Add(result, 1);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
