namespace NasEngine.Networks;

/// <summary>An operation whose times differ much from round to round.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Milliseconds">Its median.</param>
/// <param name="Spread">Deviation over the rounds ÷ median.</param>
public sealed record UnsteadyOperation(string Key, double Milliseconds, double Spread)
{
    /// <summary>A spread that is much.</summary>
    public const double Much = 0.25;
}
