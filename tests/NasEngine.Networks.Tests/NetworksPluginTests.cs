namespace NasEngine.Networks.Tests;

public sealed class NetworksPluginTests
{
    [Fact]
    public void It_offers_data_estimators_rules_and_the_profiler() => Parts.BuiltIn.Ids.Should().BeEquivalentTo(
    [
        "IDataset fashion-mnist", "IDataset idx", "IEstimator supernet", "IEstimator from-scratch", "IEstimator zero-cost", "IEstimator space-profile", "IProfiler torch", "ICostModel latency-table",
        "ISupernetRule importance", "ISupernetRule uniform", "ISupernetRule sum", "ISupernetRule unrolled", "ISupernetRule sandwich",
    ]);
}
