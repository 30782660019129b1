using NasEngine.Host.Plots;

namespace NasEngine.Host.Tests.Plots;

/// <summary>What of a trade-off is shown at first.</summary>
public sealed class PlotWindowTests
{
    private static readonly double[] X = [0, 50, 100];
    private static readonly double[] Y = [0, 0.5, 1];

    [Fact]
    public void Points_further_from_the_front_than_it_is_long_lie_outside()
    {
        var window = PlotWindow.Around([.. X, 50, 50, 201], [.. Y, -1, -1.1, 0], [0, 1, 2], [])!;

        window.Has(50, -1).Should().BeTrue();
        window.Has(50, -1.1).Should().BeFalse();
        window.Has(201, 0).Should().BeFalse();
    }

    [Fact]
    public void Where_all_lie_near_all_is_shown() => PlotWindow.Around(X, Y, [0, 1, 2], [300]).Should().BeNull();

    [Fact]
    public void A_target_is_within() => PlotWindow.Around([.. X, 999], [.. Y, 0], [0, 1, 2], [300])!.Right.Should().BeApproximately(312, 1e-9);

    [Fact]
    public void Around_a_single_point_all_is_shown() => PlotWindow.Around([3, 1e9], [3, -7], [0], []).Should().BeNull();
}
