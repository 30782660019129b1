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
}
