using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Options of the costs <c>latency-table</c>.</summary>
/// <param name="Table">The file; null where all is measured here.</param>
/// <param name="Fill">Whether what the table lacks is measured on this machine; see <see cref="FilledTimes"/>.</param>
/// <param name="Networks">Whole networks that draw and check the line of what is measured here without a table; 0 for none.</param>
internal sealed record LatencyTableOptions(InputFile? Table, bool Fill, int Networks)
{
    /// <summary>Reads them.</summary>
    public static LatencyTableOptions Read(OptionReader options) => new(
        options.OptionalFile("table", "A table of latencies: what 'nas profile' writes, or JSON of milliseconds by key"),
        options.Flag(
            "fill", false, "Measure on this machine what the table lacks, without one all: what an architecture is made of when a "
            + "search first meets it, all of the space at the start where a strategy or a limit needs it"),
        Whole((int)options.When("table", "").Integer(
            "networks", 20, "With fill: whole networks that are measured first, half of them to fit predictions to and "
            + "half to check these; 0 for none", min: 0, max: 10_000)));

    /// <summary>The costs.</summary>
    /// <exception cref="InputException">
    /// There is no table and none is to be made, or it cannot be, or is none of this machine where it is to be filled here.
    /// </exception>
    public LatencyCosts Make(CostModelSetup setup)
    {
        var table = Table is { } file ? LatencyTable.Read(file) : null;
        return Fill ? new LatencyCosts(new FilledTimes(table, setup, Networks, TimeProvider.System), setup.Space)
            : table is not null ? new LatencyCosts(table, setup.Space)
            : throw new InputException(
                $"Costs '{LatencyTable.CostsId}' have no table; name one that 'nas profile' wrote (Table = \"FILE\"), or have it measured "
                + "on this machine (Fill = true).")
            {
                Word = LatencyTable.CostsId,
            };
    }

    private static int Whole(int networks) => networks is 0 or >= SpaceProfile.LeastNetworks
        ? networks
        : throw new InputException(
            $"Option 'networks' of costs '{LatencyTable.CostsId}' is {networks}; a line is drawn and checked by at least "
            + $"{SpaceProfile.LeastNetworks}, and 0 draws none.")
        {
            Word = "networks",
        };
}
