using System.Collections.Immutable;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

public sealed class SumRuleTests : IDisposable
{
    private static readonly ResidualSpace Space = new();
    private static readonly Architecture Widest = Space.Decisions.Architecture([3]);
    private static readonly Architecture Narrowest = Space.Decisions.Architecture([0]);

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Supernet _supernet = new(Space, seed: 3, torch.CPU, threads: 2);
    private readonly Sgd _optimiser;

    public SumRuleTests() => _optimiser = new Sgd(new SgdSettings(LearningRate: 0.5, Momentum: 0.9, WeightDecay: 0, Clip: 0), _supernet.Weights.Flat);

    public void Dispose()
    {
        _optimiser.Dispose();
        _supernet.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void A_step_goes_down_the_sum_of_the_routes_gradients()
    {
        var batch = ToyBatches.Of(6, Space);
        var before = _supernet.Weights.Tensors["classifier.bias"].clone();
        var sum = torch.zeros_like(before);
        _supernet.Backward([Widest, Narrowest], batch, (_, result) =>
            sum.Add_(result.Weights.Single(one => one.Weight.Name == "classifier.bias").Gradient), default);

        Train(batch, [Widest, Narrowest], rateFactor: 0.2);

        Bits.Largest(_supernet.Weights.Tensors["classifier.bias"] - before.Plus(sum, -0.5 * 0.2)).Should().BeLessThan(1e-7);
    }

    [Fact]
    public void Channels_change_places_and_what_the_widest_computes_does_not()
    {
        var batch = ToyBatches.Of(6, Space);
        Train(batch, [Widest], rateFactor: 1);
        var (widest, filters) = (Logits(Widest, batch), Filters());

        Sort(batch);

        Filters().Should().Equal(filters.OrderByDescending(filter => filter.Sum(Math.Abs)), (one, other) => one.SequenceEqual(other));
        Filters()[0].Should().NotEqual(filters[0]);
        Bits.Largest(Logits(Widest, batch) - widest).Should().BeLessThan(1e-5);
    }

    /// <summary>The widest with the weak channels' outputs cut off is the narrowest with the strongest ones.</summary>
    [Fact]
    public void The_narrowest_choice_keeps_the_channels_of_the_largest_depthwise_filters()
    {
        var batch = ToyBatches.Of(6, Space);
        Train(batch, [Widest], rateFactor: 1);
        long[] weak = [.. Filters().Select((filter, channel) => (filter, channel: (long)channel))
            .OrderBy(one => one.filter.Sum(Math.Abs)).Take(3).Select(one => one.channel)];
        var (weights, kept) = (_supernet.Weights.Tensors, _supernet.Weights.Flat.All.clone());
        foreach (var (name, axis) in new[] { ("block.project.weight", 1), ("block.attention.reduce.weight", 1) })
        {
            foreach (var channel in weak)
            {
                weights[name].narrow(axis, channel, 1).zero_();
            }
        }

        var expected = Logits(Widest, batch);
        _supernet.Weights.Flat.All.copy_(kept);

        Sort(batch);

        Bits.Largest(Logits(Narrowest, batch) - expected).Should().BeLessThan(1e-5);
    }

    [Fact]
    public void The_momentum_goes_with_its_channel()
    {
        var batch = ToyBatches.Of(6, Space);
        Train(batch, [Widest], rateFactor: 1);
        var (filters, momenta) = (Filters(), Rows(_optimiser.Momenta["block.depthwise.k3.weight"]));

        StrongestFirst.Sort(ChannelGroups.Of(Space.DescribeMixture()).Single(), _supernet.Weights, _optimiser);

        var places = Filters().Select(filter => Array.FindIndex(filters, one => one.SequenceEqual(filter))).ToArray();
        places.Should().NotBeInAscendingOrder();
        Rows(_optimiser.Momenta["block.depthwise.k3.weight"]).Should().Equal(
            places.Select(place => momenta[place]), (one, other) => one.SequenceEqual(other));
    }

    [Fact]
    public void Nothing_is_sorted_by_a_decision_that_masks_no_channels()
    {
        var batch = ToyBatches.Of(6, Space);
        var filters = Filters();

        Train(batch, [Widest], rateFactor: 0, "strongest.other");

        Filters().Should().Equal(filters, (one, other) => one.SequenceEqual(other));
    }

    [Fact]
    public void Only_channels_that_nothing_else_orders_may_change_places()
    {
        var group = ChannelGroups.Of(Space.DescribeMixture()).Should().ContainSingle().Subject;

        group.Depthwise.Should().Equal("block.depthwise.k3.weight");
        group.Decisions.Should().Equal("block.width");
        group.Axes.Select(axis => $"{axis.Weight} {axis.Axis}").Should().BeEquivalentTo(
            "block.expand.weight 0", "block.expand.bn.weight 0", "block.expand.bn.bias 0",
            "block.depthwise.k3.weight 0", "block.depthwise.k3.bn.weight 0", "block.depthwise.k3.bn.bias 0",
            "block.attention.reduce.weight 1", "block.attention.expand.weight 0", "block.attention.expand.bias 0", "block.project.weight 1");
        ChannelGroups.Of(NetworkSpec.From(Space.Input).Depthwise("image", 3, 1).Build()).Should().BeEmpty();
    }

    private void Sort(Batch batch) => Train(batch, [Widest], rateFactor: 0, "strongest.block.width");

    private void Train(Batch batch, ImmutableArray<Route> routes, double rateFactor, string? setting = null)
    {
        var settings = setting is null ? SupernetStep.NoSettings : SupernetStep.NoSettings.Add(setting, 1);
        var step = new SupernetStep("sum", routes, [], settings);
        new SumRule(Space).Train(new SupernetStepContext(_supernet, 4, step, batch, batch, _optimiser, rateFactor, Seed: 3), default)
            .Failure.Should().BeNull();
    }

    private torch.Tensor Logits(Architecture path, Batch batch)
    {
        torch.Tensor logits = null!;
        _supernet.Run([new Pass(path, batch, PassGradients.None)], (_, result) => logits = result.Logits.clone(), default);
        return logits;
    }

    private float[][] Filters() => Rows(_supernet.Weights.Tensors["block.depthwise.k3.weight"]);

    private static float[][] Rows(torch.Tensor filters) =>
        [.. Enumerable.Range(0, (int)filters.shape[0]).Select(channel => filters[channel].contiguous().data<float>().ToArray())];
}
