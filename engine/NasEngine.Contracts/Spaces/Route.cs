namespace NasEngine.Contracts;

/// <summary>
/// What of a supernet runs: one <see cref="Architecture"/>, which is a path, or a weighted <see cref="Mixture"/> of many.
/// </summary>
public abstract record Route
{
    private protected Route()
    {
    }
}
