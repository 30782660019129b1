using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>
/// Offers accelerators as a space, networks on them as an estimator, and their area as costs, see Apollo (arXiv 2102.01723).
/// </summary>
public sealed class AcceleratorsPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Space(
            "accelerator", "Systolic arrays: rows, columns, dataflow, buffers, bandwidth (after Apollo, arXiv 2102.01723)",
            AcceleratorOptions.Read, options => new AcceleratorSpace(options));
        registry.Estimator(
            "systolic-array", "Cycles, traffic and area of a network on an array, in closed form (SCALE-Sim, arXiv 1811.02883)",
            DesignOptions.Read, (options, setup) => new SystolicEstimator(options, setup));
        registry.CostModel(
            "accelerator", "Area of an array, and whether its buffers feed it", ArrayUnits.ReadArea, (area, setup) =>
                new DesignCosts(area, setup.Space.MustHaveArrays("Costs 'accelerator'")));
        registry.Space(
            NetworkOnArraySpace.Id, "Networks of another space, together with the systolic arrays that they run on",
            AcceleratorOptions.Read, (options, setup) => new NetworkOnArraySpace(options, setup.Only(NetworkOnArraySpace.Id)));
        registry.CostModel(
            NetworkOnArraySpace.Id, "Cycles, traffic and area of the searched network on its array, in closed form", ArrayUnits.Read,
            (units, setup) => new NetworkOnArrayCosts(units, setup.Space.MustBeNetworksOnArrays()));
    }
}
