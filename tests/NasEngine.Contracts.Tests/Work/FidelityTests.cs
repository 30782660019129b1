namespace NasEngine.Contracts.Tests.Work;

public sealed class FidelityTests
{
    /// <summary>From the least to be believed to the most.</summary>
    private static readonly Fidelity[] Ladder =
    [
        new(Epochs: 0, Estimator: "proxy"), new(Estimator: "proxy"), new(Epochs: 0), new(Epochs: 4, DataFraction: 0.25), new(Epochs: 1),
        new(Epochs: 9, Resolution: 16), new(Epochs: 9), new(Epochs: 4) { PriorEpochs = 6 }, new(DataFraction: 0.5), new(Resolution: 32), Fidelity.Full,
    ];

    [Fact]
    public void More_is_more_to_be_believed()
    {
        for (var low = 0; low < Ladder.Length; low++)
        {
            for (var high = 0; high < Ladder.Length; high++)
            {
                Math.Sign(Ladder[low].CompareTo(Ladder[high])).Should().Be(Math.Sign(low - high), "{0} against {1}", Ladder[low], Ladder[high]);
            }
        }
    }

    [Fact]
    public void Epochs_on_a_share_of_the_data_count_by_the_share()
    {
        new Fidelity(Epochs: 8, DataFraction: 0.25).EpochEquivalents.Should().Be(2);
        Fidelity.Full.EpochEquivalents.Should().BeNull();
    }
}
