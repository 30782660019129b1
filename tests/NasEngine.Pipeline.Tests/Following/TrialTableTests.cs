using NasEngine.Contracts;
using NasEngine.Pipeline.Reading;
using NasEngine.Pipeline.Reading.Following;

namespace NasEngine.Pipeline.Tests.Following;

/// <summary>Candidates as columns.</summary>
public sealed class TrialTableTests
{
    [Fact]
    public void What_is_taken_back_leaves_nothing_behind()
    {
        var table = new TrialTable();
        for (var number = 0; number < 6; number++)
        {
            table.Propose(new Candidate(number, new Trial(new Architecture("toy", [number, -1]), Fidelity.Full)), DateTimeOffset.UnixEpoch);
            table.Measure(number, DateTimeOffset.UnixEpoch, new Dictionary<string, double> { ["score"] = number }, number, 0);
        }

        table.Fail(1, DateTimeOffset.UnixEpoch, new Failure(FailureKind.Poisoned, "lost"));
        table.TakeBack(new Retried(3, [1]));

        table.Count.Should().Be(3);
        table.MeasuredAt(1).Should().BeNull();
        table.Failures.Should().BeEmpty();
        table.FidelityOf(4).Should().BeNull();
        (table.Metrics["score"][2], table.Metrics["score"][4], table.Scores[4]).Should().Be((2, double.NaN, double.NaN));
        table.Architectures.Of("toy", 2).Should().Be(new Architecture("toy", [2, -1]));
    }
}
