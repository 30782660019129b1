namespace NasEngine.Host.Plots;

/// <summary>The part of a plane that is shown at first.</summary>
/// <param name="Left">Least x.</param>
/// <param name="Right">Greatest x.</param>
/// <param name="Low">Least y.</param>
/// <param name="High">Greatest y.</param>
public sealed record PlotWindow(double Left, double Right, double Low, double High)
{
    private const double Room = 0.04;

    /// <summary>
    /// Around a front: as far from it as it is long, since one bad point would press all others together. Null where all lies within.
    /// </summary>
    /// <param name="x">Places across.</param>
    /// <param name="y">One per x.</param>
    /// <param name="front">Places in them of the points of the front.</param>
    /// <param name="marks">Values on the horizontal axis that are shown in any case.</param>
    public static PlotWindow? Around(double[] x, double[] y, int[] front, double[] marks)
    {
        if (front.Length == 0)
        {
            return null;
        }

        var (left, right) = Fit(x, [.. front.Select(place => x[place])], marks);
        var (low, high) = Fit(y, [.. front.Select(place => y[place])], []);
        var window = new PlotWindow(left, right, low, high);
        return x.Zip(y).All(point => window.Has(point.First, point.Second)) ? null : window;
    }

    /// <summary>Whether a point is in it.</summary>
    public bool Has(double x, double y) => x >= Left && x <= Right && y >= Low && y <= High;

    private static (double Least, double Greatest) Fit(double[] all, double[] front, double[] marks)
    {
        var (least, greatest) = (front.Min(), front.Max());
        var reach = greatest > least ? greatest - least : double.PositiveInfinity;
        var seen = all.Where(value => value >= least - reach && value <= greatest + reach).Concat(marks).ToArray();
        var room = Room * (seen.Max() - seen.Min());
        return (seen.Min() - room, seen.Max() + room);
    }
}
