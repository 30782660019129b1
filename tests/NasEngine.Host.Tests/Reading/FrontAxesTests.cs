using NasEngine.Contracts;
using NasEngine.Host.Output;

namespace NasEngine.Host.Tests.Reading;

/// <summary>Axes that a user chooses.</summary>
public sealed class FrontAxesTests
{
    private static readonly string[] Measured = ["energy", "macs", "val_accuracy"];

    private static readonly ObjectiveAxis[] One = [new("val_accuracy", Direction.Maximize)];

    [Fact]
    public void Metrics_of_the_engine_say_which_way_is_better() => FrontAxes.Of("val_accuracy, macs", [.. One], Measured).Should().Equal(
        new ObjectiveAxis("val_accuracy", Direction.Maximize), new ObjectiveAxis("macs", Direction.Minimize));

    [Fact]
    public void Others_are_told() => FrontAxes.Of("macs:max,energy:min", [.. One], Measured).Should().Equal(
        new ObjectiveAxis("macs", Direction.Maximize), new ObjectiveAxis("energy", Direction.Minimize));

    [Theory]
    [InlineData(null, "The search goes by val_accuracy alone, and a front needs two axes; name them: --axes val_accuracy,energy.")]
    [InlineData("macs", "--axes 'macs' names 1 axis; a front needs two.")]
    [InlineData("macs,macs:max", "--axes 'macs,macs:max' names a metric twice.")]
    [InlineData("macs,speed", "No trial has a metric 'speed': known: energy, macs, val_accuracy")]
    [InlineData("macs,energy", "Nobody says whether more of 'energy' is better; say it: --axes energy:max or energy:min.")]
    [InlineData("macs:up,energy:min", "'up' in --axes is no direction; say macs:max or macs:min.")]
    public void What_cannot_be_is_refused_with_what_would_be_right(string? text, string message) => FluentActions
        .Invoking(() => FrontAxes.Of(text, [.. One], Measured)).Should().Throw<InputException>().WithMessage(message);
}
