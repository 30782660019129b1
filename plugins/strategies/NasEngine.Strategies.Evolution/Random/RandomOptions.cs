using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>Options of random search.</summary>
/// <param name="Unique">Never propose the same network twice.</param>
internal sealed record RandomOptions(bool Unique = false)
{
    /// <summary>Reads them.</summary>
    public static RandomOptions Read(OptionReader options) => new(
        options.Flag("unique", false, "Never propose the same network twice; ends the search when none is left."));
}
