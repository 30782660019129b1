using NasEngine.Pipeline.Reading;

namespace NasEngine.Pipeline.Tests.Following;

/// <summary>A curve in bounded room.</summary>
public sealed class ObjectiveCurveTests
{
    [Fact]
    public void A_curve_keeps_the_means_of_what_it_has_no_room_for()
    {
        var curve = new ObjectiveCurve();
        for (var value = 0; value < 1000; value++)
        {
            curve.Add(value);
        }

        curve.Add(double.NaN);
        curve.Points.Should().HaveCountLessThanOrEqualTo(ObjectiveCurve.Most).And.BeInAscendingOrder();
        curve.Points[0].Should().Be(1.5, "four values are a point");
        curve.Points.Should().HaveCount(250);
    }

    [Fact]
    public void A_copy_goes_on_by_itself()
    {
        var curve = new ObjectiveCurve();
        curve.Add(1);
        var copy = curve.Copy();

        copy.Add(2);
        curve.Add(3);

        (copy.Points, curve.Points).Should().BeEquivalentTo((new double[] { 1, 2 }, new double[] { 1, 3 }));
    }
}
