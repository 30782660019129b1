using TorchSharp;

namespace NasEngine.Networks.Tests.Training;

/// <summary>The loss that networks are trained on, against closed forms.</summary>
public sealed class TrainingLossTests : IDisposable
{
    private static readonly double[][] Logits = [[1, -2, 0.5], [0.25, 3, -1]];
    private static readonly int[] Labels = [2, 0];

    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Without_anything_it_is_cross_entropy() =>
        Of(new TrainingLoss()).Should().BeApproximately(Mean((row, label) => -LogP(row, label)), 1e-6);

    [Fact]
    public void Smoothing_spreads_a_share_of_the_label_over_all_classes() => Of(new TrainingLoss(0.3, null, null, torch.CPU)).Should().BeApproximately(
        Mean((row, label) => (-0.7 * LogP(row, label)) - (0.1 * Enumerable.Range(0, 3).Sum(other => LogP(row, other)))), 1e-6);

    [Fact]
    public void Classes_weigh_as_it_is_said_and_the_mean_is_over_their_weights() => Of(new TrainingLoss(0, [4, 1, 2], null, torch.CPU)).Should().BeApproximately(
        ((2 * -LogP(0, 2)) + (4 * -LogP(1, 0))) / 6, 1e-6);

    [Fact]
    public void Balanced_weights_make_all_classes_count_alike()
    {
        TrainingLoss.Balanced([0, 0, 0, 1, 1, 2], 3).Should().Equal(6 / 9f, 1, 2);
        TrainingLoss.Balanced([0, 0], 2).Should().Equal(0.5f, 0);
    }

    [Fact]
    public void Of_a_mixed_batch_both_labels_have_their_shares()
    {
        using var loss = new TrainingLoss();
        var batch = Batch() with { OtherLabels = torch.tensor(new long[] { 1, 1 }), Share = 0.75 };

        loss.Of(Outputs(), batch).Number().Should().BeApproximately(
            Mean((row, label) => (-0.75 * LogP(row, label)) - (0.25 * LogP(row, 1))), 1e-6);
    }

    private static double Of(TrainingLoss loss)
    {
        using (loss)
        {
            return loss.Of(Outputs(), Batch()).Number();
        }
    }

    private static torch.Tensor Outputs() => torch.tensor(Logits.SelectMany(row => row).Select(value => (float)value).ToArray(), [2, 3]);

    private static Batch Batch() => new(torch.zeros(2, 1, 1, 1), torch.tensor(Labels.Select(label => (long)label).ToArray()));

    private static double Mean(Func<int, int, double> loss) => Enumerable.Range(0, 2).Average(row => loss(row, Labels[row]));

    private static double LogP(int row, int label) => Logits[row][label] - Math.Log(Logits[row].Sum(Math.Exp));
}
