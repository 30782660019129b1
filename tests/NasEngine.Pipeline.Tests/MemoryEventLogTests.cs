using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class MemoryEventLogTests
{
    [Fact]
    public void Measured_candidates_come_back_as_they_were_written()
    {
        var log = new MemoryEventLog("toy");
        for (var number = 0; number < 4; number++)
        {
            log.Append(new Commit(
                [new Proposed(Candidate(number)), new Measured(number, new Measurement().With("score", number))],
                DateTimeOffset.UnixEpoch, 0, "searching", null));
        }

        log.StepsAfter(1).Should().Equal(
            (Candidate(2), new Measurement().With("score", 2)), (Candidate(3), new Measurement().With("score", 3)));
    }

    private static Candidate Candidate(int number) => new(number, new Trial(new Architecture("toy", [number, 0]), Fidelity.Full));
}
