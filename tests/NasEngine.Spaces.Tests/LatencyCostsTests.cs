using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests;

/// <summary>Latencies from tables, as costs of every space.</summary>
public sealed class LatencyCostsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-latency-");

    public static TheoryData<string> All => AllSpaces.Names;

    public static TheoryData<string> Chains => [.. AllSpaces.Ids.Where(id =>
        AllSpaces.Make(id) is ICostChain and IRelaxedSpace relaxed && ReferenceEquals(relaxed.Relaxed, relaxed.Decisions))];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(All))]
    public void An_architecture_takes_the_sum_over_the_operations_of_its_network_and_lies_in_the_range(string id)
    {
        var space = Mini(id);
        var (table, costs) = Costs(space, Drawn(space, 200));
        var range = costs.Range(MetricNames.Latency);
        foreach (var architecture in Drawn(space, 100))
        {
            var latency = costs.Cost(MetricNames.Latency, architecture);
            latency.Should().BeApproximately(table.Of(space.Describe(architecture)), 1e-9 * latency);
            (range is null || (range.Value.Least <= latency + 1e-9 && latency - 1e-9 <= range.Value.Most)).Should().BeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_small_mixture_takes_what_going_through_its_architectures_says(string id)
    {
        var space = Mini(id);
        var (table, costs) = Costs(space, Drawn(space, 1));
        var mixture = SmallMixtures.Of((IRelaxedSpace)space, 3, architectures: 500);

        var parts = costs.Cost(MetricNames.Latency, mixture);

        var through = ExpectedCost.Of(space, mixture, architecture => table.Of(space.Describe(architecture)));
        parts.Value.Should().BeApproximately(through.Value, 1e-9 * through.Value);
        foreach (var (decision, expected) in through.Gradient)
        {
            // What every network takes is not in the gradient by parts; weights that sum to 1 leave it where it is.
            var (one, other) = (parts.Gradient[decision], expected);
            one.Zip(other).Should().OnlyContain(pair => Math.Abs(pair.First - one[0] - (pair.Second - other[0])) <= 1e-9 * through.Value);
        }
    }

    [PublishedTableFact(PublishedTableFactAttribute.TfNas)]
    public void The_published_table_of_whole_blocks_gives_architectures_mixtures_and_the_range_of_their_space()
    {
        var space = (ILatencyKeys)AllSpaces.Make("tf-nas");
        var path = SharedData.PathOf(PublishedTableFactAttribute.TfNas)!;
        var (table, costs) = (LatencyTable.Read(path), Offered(space, path));
        var latencies = Drawn(space, 300).Select(architecture => (Costed: costs.Cost(MetricNames.Latency, architecture), Summed: table.Of(space, architecture))).ToArray();
        latencies.Should().OnlyContain(pair => Math.Abs(pair.Costed - pair.Summed) < 1e-9);

        var range = costs.Range(MetricNames.Latency)!.Value;
        range.Least.Should().BeLessThan(latencies.Min(pair => pair.Summed));
        range.Most.Should().BeGreaterThan(latencies.Max(pair => pair.Summed));
        var even = costs.Cost(MetricNames.Latency, SmallMixtures.Of((IRelaxedSpace)space, 1, long.MaxValue)).Value;
        even.Should().BeInRange(range.Least, range.Most);
    }

    [Fact]
    public void A_table_that_lacks_an_operation_of_the_space_is_refused_with_its_key()
    {
        var path = Path.Combine(_folder.FullName, "short.json");
        File.WriteAllText(path, """{"relu 1×1×1": 1}""");

        FluentActions.Invoking(() => Offered(Mini("fbnetv2-f"), path)).Should().Throw<InputException>()
            .WithMessage($"Latency table '{path}' has no time for 'conv *'; measure it and add the key.");
    }

    [Fact]
    public void A_cost_that_is_none_of_a_table_is_refused()
    {
        var space = Mini("mlp");
        Costs(space, Drawn(space, 5)).Costs.Invoking(costs => costs.Cost("energy", space.Decisions.Architecture(new int[space.Decisions.Decisions.Length])))
            .Should().Throw<InputException>().WithMessage("The cost 'energy' is not in a latency table; it knows latency_ms.");
    }

    [Fact]
    public void A_profile_has_every_operation_of_its_space_and_predicts_networks_that_it_was_not_fitted_to()
    {
        var space = Mini("fbnetv2-f");

        var profile = SpaceProfile.Measure(
            space, TorchSharp.torch.CPU, "here", SpaceProfile.LeastNetworks, rounds: 1, seed: 1, TimeProvider.System, NoProgress.Instance, default);

        profile.Table.Milliseconds.Values.Should().OnlyContain(time => time > 0);
        profile.Check.Networks.Should().Be(SpaceProfile.LeastNetworks / 2);
        profile.Table.Error.Should().Be(profile.Check.Error);
        Drawn(space, 100).Should().OnlyContain(architecture => profile.Table.Of(space.Describe(architecture)) > 0);
    }

    private static INetworkSpace Mini(string id) =>
        AllSpaces.Options(id).Any(option => option.Name == "scale") ? AllSpaces.Make(id, ("scale", "mini")) : AllSpaces.Make(id);

    private static IEnumerable<Architecture> Drawn(INetworkSpace space, int count) =>
        Enumerable.Range(0, count).Select(number => space.Decisions.Sample(RandomSource.For(11, number, "latencies")));

    /// <summary>A time for every operation, drawn by its key; with what every network takes beside.</summary>
    private (LatencyTable Table, ICostModel Costs) Costs(INetworkSpace space, IEnumerable<Architecture> architectures)
    {
        var keys = OperationSet.Of(space).Select(operation => operation.Key)
            .Concat(architectures.SelectMany(architecture => space.Describe(architecture).LatencyKeys()));
        var table = new LatencyTable(keys.Distinct().ToImmutableSortedDictionary(
            key => key, key => 0.1 + RandomSource.For(5, 0, key).NextDouble(), StringComparer.Ordinal)) { Base = 0.5, Scale = 1.25 };
        var path = Path.Combine(_folder.FullName, "table.json");
        using (var file = File.Create(path))
        {
            table.Write(file);
        }

        return (table, Offered(space, path));
    }

    private static ICostModel Offered(ISearchSpace space, string path) => PluginParts.Of(new NetworksPlugin())
        .Create<ICostModel, CostModelSetup>(new ComponentSpec("latency-table", OptionBag.From(new { Table = path })), new CostModelSetup(space, "cpu"));
}
