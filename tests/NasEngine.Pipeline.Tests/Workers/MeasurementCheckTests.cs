using NasEngine.Contracts;
using NasEngine.Pipeline.Workers.Session;

namespace NasEngine.Pipeline.Tests.Workers;

public sealed class MeasurementCheckTests
{
    [Theory]
    [InlineData("val_loss")]
    [InlineData("train_loss")]
    public void A_loss_a_thousand_times_that_of_guessing_is_a_failure(string loss)
    {
        var failure = MeasurementCheck.Sound(new Measurement().With(loss, 1.25e18), classes: 10).Failure;

        failure.Should().Be(new Failure(FailureKind.Diverged, $"Metric '{loss}' is 1.25E+18, and guessing gives 2.30."));
    }

    [Fact]
    public void A_loss_below_that_or_of_data_without_classes_or_another_metric_is_what_it_is()
    {
        Sound(new Measurement().With("val_loss", 2302), classes: 10);
        Sound(new Measurement().With("val_loss", 1e18), classes: null);
        Sound(new Measurement().With("macs", 1e18), classes: 10);

        static void Sound(Measurement measurement, int? classes) => MeasurementCheck.Sound(measurement, classes).Should().Be(measurement);
    }
}
