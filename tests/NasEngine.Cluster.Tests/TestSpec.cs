using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Search;

namespace NasEngine.Cluster.Tests;

/// <summary>A search that reads a table.</summary>
internal sealed record TestSpec(string Table = "none")
{
    public SpecRecord Record => new SearchSpec
    {
        Name = "s",
        Space = "space",
        Strategy = "strategy",
        Data = new ComponentSpec("idx", OptionBag.Empty.With("data", "/only/there")),
        Estimator = new ComponentSpec("table", OptionBag.Empty.With("table", Table)),
        Objective = new Objective("accuracy", []),
        Budget = new Budget(1),
    }.ToRecord();
}
