using NasEngine.Host.Output;

namespace NasEngine.Host.Tests.Display;

/// <summary>What is said of candidates that failed.</summary>
public sealed class FailureLinesTests
{
    [Fact]
    public void A_few_reasons_are_listed_and_none_where_nothing_failed()
    {
        FailureLines.Of([], 8, "trials").Should().BeEmpty();
        FailureLines.Of([("Poisoned: 3 attempts failed.", 2), ("Diverged: Metric 'x' is 9.", 1)], 8, "trials").Should().Equal(
            "3 of 8 trials failed:", "  2 × Poisoned: 3 attempts failed.", "  1 × Diverged: Metric 'x' is 9.");
    }

    [Fact]
    public void Many_reasons_are_counted_by_their_kind_with_one_of_each()
    {
        (string, long)[] reasons =
        [
            ("Poisoned: 3 attempts failed.", 4),
            .. Enumerable.Range(1, 6).Select(number => ($"Diverged: Metric 'val_loss' is {number}E+9, and guessing gives 2.30.", 1L)),
        ];

        FailureLines.Of(reasons, 40, "steps").Should().Equal(
            "10 of 40 steps failed:",
            "  6 × Diverged: Metric 'val_loss' is 1E+9, and guessing gives 2.30. And 5 more reasons of this kind: nas show --json has all",
            "  4 × Poisoned: 3 attempts failed.");
    }
}
