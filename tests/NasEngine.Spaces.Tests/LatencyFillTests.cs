using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests;

/// <summary>Latency tables that are filled on this machine.</summary>
public sealed class LatencyFillTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-fill-");
    private readonly Kept _kept = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("mlp")]
    [InlineData("nasbench201")]
    public void The_operations_of_an_architecture_are_measured_when_it_is_first_met_and_never_again(string id)
    {
        var space = (INetworkSpace)AllSpaces.Make(id);
        var (first, other) = (Drawn(space, 0), Drawn(space, 1));
        var costs = Filled(space);
        _kept.Times.Should().BeEmpty("nothing was asked");

        var latency = costs.Cost(MetricNames.Latency, first);

        _kept.Times.Keys.Should().BeEquivalentTo(space.Describe(first).LatencyKeys().Distinct());
        latency.Should().BeApproximately(space.Describe(first).LatencyKeys().Sum(key => _kept.Times[key]), 1e-9 * latency);
        var times = _kept.Times;
        costs.Cost(MetricNames.Latency, other);
        _kept.Times.Should().Contain(times).And.ContainKeys(space.Describe(other).LatencyKeys());
        var said = _kept.Said.Count;
        said.Should().Be(2);
        Filled(space).Cost(MetricNames.Latency, first).Should().Be(latency, "a search that goes on must find the same bits");
        _kept.Said.Should().HaveCount(said);
    }

    [Fact]
    public void A_range_needs_all_of_the_space_and_leaves_what_was_said_of_an_architecture_in_its_bits()
    {
        var space = (INetworkSpace)AllSpaces.Make("mlp");
        var costs = Filled(space);
        var one = costs.Cost(MetricNames.Latency, Drawn(space, 0));

        var range = costs.Range(MetricNames.Latency)!.Value;

        _kept.Times.Keys.Should().BeEquivalentTo(OperationSet.Of(space).Select(operation => operation.Key));
        costs.Cost(MetricNames.Latency, Drawn(space, 0)).Should().Be(one).And.BeInRange(range.Least, range.Most);
        _kept.Said.Should().HaveCount(2).And.Contain(line => line.Contains(" of space 'mlp' measured on cpu, this machine, one thread: "));
    }

    [Fact]
    public void What_a_table_of_this_device_has_is_not_measured_and_its_line_holds_for_the_rest()
    {
        var space = (INetworkSpace)AllSpaces.Make("mlp");
        var keys = space.Describe(Drawn(space, 0)).LatencyKeys().Distinct().ToArray();
        var table = Table("cpu, this machine, one thread", keys[0]);

        var costs = Filled(space, table);

        var latency = costs.Cost(MetricNames.Latency, Drawn(space, 0));
        _kept.Times.Keys.Should().BeEquivalentTo(keys[1..]);
        latency.Should().BeApproximately(0.5 + (2 * space.Describe(Drawn(space, 0)).LatencyKeys().Sum(key => key == keys[0] ? 7 : _kept.Times[key])), 1e-9);
    }

    [Fact]
    public void Whole_networks_draw_a_line_once_and_say_how_far_predictions_are_off()
    {
        var space = (INetworkSpace)AllSpaces.Make("mlp");
        var costs = Offered(space, new { Fill = true, Networks = 6 });
        costs.Metrics.Single().Error.Should().BeNull("nothing was asked");

        var latency = costs.Cost(MetricNames.Latency, Drawn(space, 0));

        var line = _kept.Lines.Should().ContainSingle().Subject;
        line.Key.Should().StartWith("mlp ");
        latency.Should().BeApproximately(
            line.Value.Line.Of(space.Describe(Drawn(space, 0)).LatencyKeys().Sum(key => _kept.Times[key])), 1e-9 * latency);
        costs.Metrics.Single().Error.Should().Be(line.Value.Check.Error).And.BePositive();
        line.Value.Check.Networks.Should().Be(3);
        _kept.Said.Should().ContainMatch("6 whole networks of space 'mlp' measured on cpu, this machine, one thread: latency = * ms + * × sum *; 3 that *");
        var again = Offered(space, new { Fill = true, Networks = 6 });
        again.Metrics.Single().Error.Should().Be(line.Value.Check.Error);
        again.Cost(MetricNames.Latency, Drawn(space, 0)).Should().Be(latency, "a search that goes on must find the same bits");
        _kept.Lines.Should().ContainSingle();
        Offered((INetworkSpace)AllSpaces.Make("nasbench201", ("scale", "mini")), new { Fill = true, Networks = 4 }).MeasureAll();
        _kept.Lines.Should().HaveCount(2).And.Contain(line);
    }

    [Fact]
    public void Networks_beside_a_table_are_refused_since_none_would_be_measured()
    {
        FluentActions.Invoking(() => Offered(AllSpaces.Make("mlp"), new { Fill = true, Networks = 6, Table = "mine.json" })).Should()
            .Throw<InputException>().WithMessage("Option 'networks' of 'latency-table' counts only where 'table' is not given; leave it out, or leave 'table' out.");
    }

    [Fact]
    public void Damaged_lines_are_refused_by_their_name()
    {
        _kept.Open("latency-lines cpu, this machine, one thread", "{\n\"mlp"u8.ToArray());

        FluentActions.Invoking(() => Offered(AllSpaces.Make("mlp"), new { Fill = true })).Should().Throw<InputException>().WithMessage(
            "What was measured as 'latency-lines cpu, this machine, one thread' is not valid JSON at line 2; it must be as it was written.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Too_few_networks_for_a_line_are_refused(int networks) =>
        FluentActions.Invoking(() => Offered(AllSpaces.Make("mlp"), new { Fill = true, Networks = networks })).Should().Throw<InputException>().WithMessage(
            $"Option 'networks' of costs 'latency-table' is {networks}; a line is drawn and checked by at least 4, and 0 draws none.");

    [Fact]
    public void A_table_of_another_device_cannot_be_filled_here()
    {
        var table = Table("phone", "relu 1×1×1");

        FluentActions.Invoking(() => Filled(AllSpaces.Make("mlp"), table)).Should().Throw<InputException>().WithMessage(
            $"Latency table '{table}' has times of 'phone', and Fill = true measures on this one, 'cpu, this machine, one thread': leave Fill out, or Table.");
    }

    [Fact]
    public void Neither_a_table_nor_the_wish_to_fill_one_is_refused() =>
        FluentActions.Invoking(() => Offered(AllSpaces.Make("mlp"), new { })).Should().Throw<InputException>().WithMessage(
            "Costs 'latency-table' have no table; name one that 'nas profile' wrote (Table = \"FILE\"), or have it measured on this machine (Fill = true).");

    private static Architecture Drawn(INetworkSpace space, int number) => space.Decisions.Sample(RandomSource.For(3, number, "filled"));

    private string Table(string device, string key)
    {
        var path = Path.Combine(_folder.FullName, "table.json");
        using var file = File.Create(path);
        new LatencyTable(System.Collections.Immutable.ImmutableSortedDictionary<string, double>.Empty.Add(key, 7)) { Device = device, Base = 0.5, Scale = 2 }.Write(file);
        return path;
    }

    private ICostModel Filled(ISearchSpace space, string? table = null) =>
        Offered(space, table is null ? new { Fill = true, Networks = 0 } : new { Table = table, Fill = true });

    private ICostModel Offered(ISearchSpace space, object options) => PluginParts.Of(new NetworksPlugin()).Create<ICostModel, CostModelSetup>(
        new ComponentSpec("latency-table", OptionBag.From(options)), new CostModelSetup(space, "cpu") { Measured = _kept });

    /// <summary>A line as it is written.</summary>
    private sealed record KeptFit(LatencyLine Line, LatencyCheck Check);

    /// <summary>What a workspace keeps, in memory.</summary>
    private sealed class Kept : IMeasuredCosts
    {
        private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

        private readonly MeasuredInMemory _memory = new();
        private readonly Dictionary<string, ReadOnlyMemory<byte>> _content = [];

        public List<string> Said { get; } = [];

        public bool IsBusy => false;

        public IReadOnlyDictionary<string, double> Times
        {
            get
            {
                using var json = JsonDocument.Parse(Content("latency-table "));
                return json.RootElement.GetProperty("milliseconds").EnumerateObject().ToDictionary(time => time.Name, time => time.Value.GetDouble());
            }
        }

        public IReadOnlyDictionary<string, KeptFit> Lines =>
            JsonSerializer.Deserialize<Dictionary<string, KeptFit>>(Content("latency-lines ").Span, Snake)!;

        public string Machine(string device) => "this machine";

        public ReadOnlyMemory<byte> Open(string name, byte[] first) => _content[name] = _memory.Open(name, first);

        public void Extend(string name, Func<ReadOnlyMemory<byte>, byte[]?> measure)
        {
            _memory.Extend(name, measure);
            _content[name] = _memory.Open(name, []);
        }

        public void Say(string sentence) => Said.Add(sentence);

        private ReadOnlyMemory<byte> Content(string name) => _content.Single(one => one.Key.StartsWith(name, StringComparison.Ordinal)).Value;
    }
}
