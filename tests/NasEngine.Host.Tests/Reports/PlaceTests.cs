using NasEngine.Host.Output;

namespace NasEngine.Host.Tests.Reports;

public sealed class PlaceTests
{
    [Theory]
    [InlineData(1, "best")]
    [InlineData(2, "runner-up")]
    [InlineData(3, "third")]
    [InlineData(4, "4th")]
    [InlineData(11, "11th")]
    [InlineData(12, "12th")]
    [InlineData(13, "13th")]
    [InlineData(21, "21st")]
    [InlineData(22, "22nd")]
    [InlineData(23, "23rd")]
    [InlineData(111, "111th")]
    public void A_place_is_said_as_people_say_it(int place, string said) => ResultTable.Place(place - 1).Should().Be(said);
}
