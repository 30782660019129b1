using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>Options of what runs on accelerators.</summary>
/// <param name="Network">Name of the network, see <see cref="KnownNetworks"/>.</param>
/// <param name="Units">What cycles and parts come to.</param>
internal sealed record DesignOptions(string Network, ArrayUnits Units)
{
    /// <summary>Reads those of a network on an array.</summary>
    public static DesignOptions Read(OptionReader reader) => new(
        reader.OneOf("network", "mobilenet-v2", "What runs on the array, one image at a time.", [.. KnownNetworks.All.Keys]),
        ArrayUnits.Read(reader));
}
