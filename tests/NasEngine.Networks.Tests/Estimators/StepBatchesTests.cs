using NasEngine.Contracts;
using static NasEngine.Networks.Tests.Estimators.EstimatorFixture;

namespace NasEngine.Networks.Tests.Estimators;

/// <summary>Which batches a step takes, and what it uses up.</summary>
public sealed class StepBatchesTests
{
    private static readonly object Options = new { BatchSize = 20, LearningRate = 0.1, ScheduleSteps = 12 };

    [Fact]
    public void A_step_that_only_measures_uses_up_no_training_batch_and_no_schedule()
    {
        using var plain = Create<IStatefulEstimator>("supernet", Options);
        using var measured = Create<IStatefulEstimator>("supernet", Options);
        var number = 0L;
        for (var step = 0; step < 5; step++)
        {
            plain.Run(Numbered(step, TrainOnly(step)));
            measured.Run(Numbered(number++, TrainOnly(step)));
            measured.Run(Numbered(number++, Of(step) with { Train = [] }));
            measured.Run(Numbered(number++, Of(step) with { Train = [] }));
        }

        State(measured).Should().Equal(State(plain));
    }

    [Fact]
    public void The_count_of_trained_steps_is_in_the_checkpoint()
    {
        using var original = Create<IStatefulEstimator>("supernet", Options);
        original.Run(Numbered(0, TrainOnly(0)));
        original.Run(Numbered(1, Of(1) with { Train = [] }));
        using var resumed = Create<IStatefulEstimator>("supernet", Options);
        resumed.Restore(new MemoryStream(State(original)));

        resumed.Run(Numbered(2, TrainOnly(2))).Should().Be(original.Run(Numbered(2, TrainOnly(2))));
        State(resumed).Should().Equal(State(original));
    }

    [Fact]
    public void Routes_measured_on_several_batches_have_the_means_of_what_they_have_on_each()
    {
        using var estimator = Create<IStatefulEstimator>("supernet", Options);
        var mixture = ((IRelaxedSpace)Space).Mixture(Space.All().Last()).With("operation", [0.2, 0.5, 0.3]);
        var step = Of(0) with { Train = [], Validate = [Space.All().First(), mixture] };
        Measurement[] each = [.. Enumerable.Range(0, 3).Select(number => estimator.Run(Numbered(number, step)))];

        var all = estimator.Run(Numbered(0, step with { ValidationBatches = 3 }));

        for (var route = 0; route < 2; route++)
        {
            all.Series["val_nll"][route].Should().BeApproximately(each.Average(one => one.Series["val_nll"][route]), 1e-12);
            all.Series["val_accuracy"][route].Should().BeApproximately(each.Average(one => one.Series["val_accuracy"][route]), 1e-12);
        }

        var gradient = SeriesNames.ValidationGradient(1, "operation");
        for (var choice = 0; choice < 3; choice++)
        {
            all.Series[gradient][choice].Should().BeApproximately(each.Average(one => one.Series[gradient][choice]), 1e-12);
        }

        all.Metrics["val_loss"].Should().BeApproximately(all.Series["val_nll"].Average(), 1e-12);
        each.Select(one => one.Series["val_nll"][0]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_parts_of_the_data_that_a_step_names_are_those_it_takes()
    {
        var losses = new List<double>();
        foreach (var trainOn in new[] { DataPart.Training, DataPart.Validation })
        {
            foreach (var validateOn in new[] { DataPart.Training, DataPart.Validation })
            {
                using var estimator = Create<IStatefulEstimator>("supernet", new { BatchSize = 50, LearningRate = 0.2, Schedule = "constant" });
                var step = TrainOnly(0, "uniform") with { Train = [Space.All().Last()], Validate = [Space.All().Last()], TrainOn = trainOn, ValidateOn = validateOn };
                losses.Add(Enumerable.Range(0, 4).Select(number => estimator.Run(Numbered(number, step)).Metrics["val_loss"]).Last());
            }
        }

        losses.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_step_says_its_place_in_the_schedule()
    {
        using var scheduled = Create<IStatefulEstimator>("supernet", Options);
        using var told = Create<IStatefulEstimator>("supernet", Options);
        for (var number = 0; number < 4; number++)
        {
            scheduled.Run(Numbered(number, TrainOnly(number)));
            told.Run(Numbered(number, TrainOnly(number) with { SchedulePosition = number / 12.0 }));
        }

        State(told).Should().Equal(State(scheduled));
        told.Run(Numbered(4, TrainOnly(4) with { SchedulePosition = 1 }));
        scheduled.Run(Numbered(4, TrainOnly(4)));
        State(told).Should().NotEqual(State(scheduled));
    }

    private static SupernetStep Of(long number, string rule = "importance") => (SupernetStep)Step(number, rule).Work;

    private static SupernetStep TrainOnly(long number, string rule = "importance") => Of(number, rule) with { Validate = [] };

    private static Candidate Numbered(long number, SupernetStep step) => new(number, step);

    private static byte[] State(IStatefulEstimator estimator)
    {
        using var stream = new MemoryStream();
        estimator.Save(stream);
        return stream.ToArray();
    }
}
