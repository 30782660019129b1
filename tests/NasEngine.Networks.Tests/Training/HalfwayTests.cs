using NasEngine.Contracts;
using NasEngine.Networks.Tests.Estimators;

namespace NasEngine.Networks.Tests.Training;

/// <summary>Trainings that are ended in the middle of an epoch and go on.</summary>
public sealed class HalfwayTests
{
    private const string Options =
        "epochs=12 batchSize=30 saveEvery=10 averaging=0.9 patience=9 warmUp=0.1 accumulate=2 mixUp=0.2 augment=true randAugment=1 schedule=cosine";

    [Theory]
    [InlineData("")]
    [InlineData("precision=bf16")]
    public void A_training_that_is_ended_anywhere_and_goes_on_is_bit_for_bit_one_that_was_never_ended(string more)
    {
        var whole = Run(new Kept(), long.MaxValue, out _, more)!;
        var kept = new Kept();

        Run(kept, endAt: 10, out _, more).Should().BeNull();
        kept.Content.Should().NotBeNull();
        Run(kept, endAt: 20, out var first, more).Should().BeNull();
        var goneOn = Run(kept, long.MaxValue, out var second, more)!;

        goneOn.Should().Be(whole);
        (first, second).Should().Be((10L, 20L), "it goes on at the last step that was written down");
        kept.Content.Should().BeNull("it has ended");
    }

    [Fact]
    public void One_that_is_of_another_training_or_damaged_is_not_taken()
    {
        var whole = Run(new Kept(), long.MaxValue, out _);
        var kept = new Kept();
        Run(kept, endAt: 20, out _);
        var right = kept.Content!;

        Run(kept, long.MaxValue, out var first, "labelSmoothing=0.1").Should().NotBe(whole);
        kept.Content = [.. right[..^1], (byte)(right[^1] ^ 1)];
        Run(kept, long.MaxValue, out var second);

        (first, second).Should().Be((0L, 0L));
    }

    [Fact]
    public void Nothing_is_written_where_that_is_not_asked_for()
    {
        var kept = new Kept();

        Run(kept, endAt: 20, out _, "saveEvery=0");

        kept.Content.Should().BeNull();
    }

    /// <summary>Measures a training, or ends it at a step; says at which it began.</summary>
    private static Measurement? Run(Kept kept, long endAt, out long begun, string more = "")
    {
        var bag = $"{Options} {more}".Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(OptionBag.Empty, (all, option) => all.With(option.Split('=')[0], option.Split('=')[1]));
        using var estimator = EstimatorFixture.Create<FromScratchEstimator>(
            FromScratchEstimator.Id, EstimatorFixture.Setup() with { Halfway = kept }, bag);
        using var ending = new CancellationTokenSource();
        var progress = new Ending(ending, endAt);
        try
        {
            estimator.Train(EstimatorFixture.Trial(), progress, ending.Token);
            return estimator.Evaluate(EstimatorFixture.Trial(), progress, default);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            begun = progress.First ?? 0;
        }
    }

    private sealed class Ending(CancellationTokenSource source, long endAt) : IJobProgress
    {
        public long? First { get; private set; }

        public void Report(string stage, long done, long total)
        {
            First ??= done;
            if (stage == "training" && done >= endAt)
            {
                source.Cancel();
            }
        }
    }

    private sealed class Kept : IHalfwayTrainings
    {
        public byte[]? Content { get; set; }

        public Stream? Open(long candidate) => Content is null ? null : new MemoryStream(Content);

        public void Write(long candidate, Action<Stream> write)
        {
            using var stream = new MemoryStream();
            write(stream);
            Content = stream.ToArray();
        }

        public void Drop(long candidate) => Content = null;
    }
}
