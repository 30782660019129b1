using System.Text;
using NasEngine.Contracts;
using NasEngine.Host.Asking;

namespace NasEngine.Host.Tests.Searches;

/// <summary>What is told of a trial is read as it stands or refused in a sentence.</summary>
public sealed class ToldMetricsTests
{
    private const int Damages = 3000;

    [Fact]
    public void Damaged_metrics_are_refused_in_a_line_or_finite_numbers_by_the_names_that_were_said()
    {
        var whole = "val_accuracy=0.91 macs=4.5e6 x=-1"u8.ToArray();
        var read = 0;
        for (var number = 0; number < Damages; number++)
        {
            var told = Encoding.UTF8.GetString(Mutation.Of(whole, number, "=.,eE+-0 \n\0"u8));
            try
            {
                var measured = ToldMetrics.Of(told.Split(' '), ["val_accuracy"]);
                read++;

                measured.Failure.Should().BeNull();
                measured.Metrics.Should().ContainKey("val_accuracy").And.OnlyContain(
                    pair => double.IsFinite(pair.Value) && told.Contains($"{pair.Key}="), "damage {0}", number);
            }
            catch (InputException refusal)
            {
                refusal.Message.Should().NotBeEmpty().And.NotContain("\n", "damage {0}", number);
            }
        }

        read.Should().BeInRange(1, Damages - 1, "some damages are harmless and some are not");
    }

    [Theory]
    [InlineData("val_accuracy=1,5")]
    [InlineData("val_accuracy=1e999")]
    [InlineData("val_accuracy=")]
    [InlineData("=0.5")]
    [InlineData(" =0.5")]
    [InlineData("\u0007=0.5")]
    public void What_is_no_metric_with_a_number_is_refused(string pair) =>
        FluentActions.Invoking(() => ToldMetrics.Of([pair, "val_accuracy=0.5"], ["val_accuracy"])).Should().Throw<InputException>();

    [Theory]
    [InlineData("val_accuracy=91", "Metric 'val_accuracy' is 91; it must be a share from 0 to 1.")]
    [InlineData("test_accuracy=-0.1", "Metric 'test_accuracy' is -0.1; it must be a share from 0 to 1.")]
    [InlineData("val_r2=1.5", "Metric 'val_r2' is 1.5; it must be at most 1.")]
    [InlineData("latency_ms=-3", "Metric 'latency_ms' is -3; it must be a number from 0 on.")]
    public void What_a_metric_cannot_be_is_refused_with_what_it_must_be(string pair, string message) =>
        FluentActions.Invoking(() => ToldMetrics.Of([pair], [])).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void A_loss_and_a_metric_of_ones_own_may_be_of_any_sign() =>
        ToldMetrics.Of(["val_loss=-2.5", "score=-91", "val_r2=-3"], []).Metrics.Should().HaveCount(3);
}
