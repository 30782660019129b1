using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class TrialRecordTests
{
    private static readonly Trial Plain = new(new Architecture("toy", [1, -1]), Fidelity.Full);

    [Fact]
    public void Everything_that_a_trial_says_reads_back_from_the_journal_and_makes_it_another_trial()
    {
        Trial[] trials =
        [
            Plain, Plain with { Weights = WeightOrigin.Of(0) }, Plain with { Weights = new SlicedWeights(3, 5) }, Plain with { Weights = new SlicedWeights(3, 6) },
            Plain with { Keep = true }, Plain with { Fidelity = new Fidelity(0) }, Plain with { Fidelity = new Fidelity(2, 0.5, 16, "proxy") { PriorEpochs = 1.5 } },
        ];

        trials.Should().OnlyHaveUniqueItems();
        foreach (var trial in trials)
        {
            var proposed = new Proposed(new Candidate(7, trial));
            EventCodec.Decode(EventCodec.Encode(proposed), "toy").Should().Be(proposed);
        }
    }

    /// <summary>The bytes that the program wrote when a trial could only name a parent.</summary>
    [Theory]
    [InlineData("c0", null)]
    [InlineData("05", 5L)]
    public void A_trial_of_version_2_is_read(string parent, long? candidate)
    {
        var old = Convert.FromHexString("9207" + "9200" + "94" + "9201ff" + "c0" + "cb3ff0000000000000" + parent);
        var read = ((Proposed)EventCodec.Decode(new JournalEntry("proposed", 2, old), "toy")).Candidate.Work;
        read.Should().Be(candidate is { } number ? Plain with { Weights = WeightOrigin.Of(number) } : Plain);
    }
}
