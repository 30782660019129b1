namespace NasEngine.Strategies.Tests.Learned;

/// <summary>Central differences, for gradients written by hand.</summary>
internal static class Slopes
{
    private const double Step = 1e-6;

    /// <summary>Each parameter's gradient is the slope of <paramref name="value"/> within 1e-6 of its size, or of 1.</summary>
    public static void ShouldBe(double[] gradient, double[] parameters, Func<double[], double> value)
    {
        gradient.Should().HaveCount(parameters.Length).And.Contain(slope => Math.Abs(slope) > 1e-4, "there is something to check");
        for (var i = 0; i < parameters.Length; i++)
        {
            var (up, down) = ((double[])parameters.Clone(), (double[])parameters.Clone());
            up[i] += Step;
            down[i] -= Step;
            var slope = (value(up) - value(down)) / (2 * Step);
            gradient[i].Should().BeApproximately(slope, 1e-6 * Math.Max(1, Math.Abs(slope)), "of parameter {0}", i);
        }
    }
}
