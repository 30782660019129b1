using NasEngine.Host.Output;

namespace NasEngine.Host.Tests.Reports;

public sealed class CandidateTextTests
{
    [Theory]
    [InlineData(0L, "candidate 0")]
    [InlineData(40L, "candidate 40")]
    [InlineData((1L << 32) + 40, "candidate 40, seed 2")]
    [InlineData((2L << 32) + 41, "candidate 41, seed 3")]
    public void A_winners_further_trainings_are_told_by_their_seed(long number, string called) => CandidateText.Of(number).Should().Be(called);
}
