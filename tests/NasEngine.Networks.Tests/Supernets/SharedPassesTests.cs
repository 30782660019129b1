using System.Collections.Concurrent;
using NasEngine.Contracts;
using NasEngine.Networks.Tests.Estimators;
using TorchSharp;

namespace NasEngine.Networks.Tests.Supernets;

/// <summary>Passes of which helpers run their share, against the same passes on one supernet alone.</summary>
public sealed class SharedPassesTests : IDisposable
{
    private static readonly ToySpace Space = new();
    private static readonly Route[] Paths = [.. Space.All().Take(7)];

    private readonly DisposeScope _scope = torch.NewDisposeScope();
    private readonly Batch _batch = ToyBatches.Of(6, Space);

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    public void Any_number_of_helpers_gives_the_same_sum_bit_for_bit(int count)
    {
        using var helpers = new InProcessHelpers(count);

        Sum(helpers).Should().Equal(Sum(null));

        helpers.Passes.Values.Sum().Should().Be(Paths.Length - (int)Math.Ceiling(Paths.Length / Math.Min(count + 1.0, Paths.Length)));
        helpers.Passes.Should().HaveCount(Math.Min(count, Paths.Length - 1), "each has a share");
    }

    [Fact]
    public void What_a_lost_helper_was_to_run_is_run_here()
    {
        using var helpers = new InProcessHelpers(2) { Lost = 1 };

        Sum(helpers).Should().Equal(Sum(null));

        helpers.Passes.Keys.Should().Equal(0);
    }

    [Fact]
    public void Results_are_taken_in_the_order_of_the_passes()
    {
        using var helpers = new InProcessHelpers(3);
        using var supernet = new Supernet(Space, seed: 3, torch.CPU, threads: 2, helpers);
        var taken = new List<int>();

        supernet.Backward(Paths, _batch, (number, _) => taken.Add(number), default);

        taken.Should().Equal(Enumerable.Range(0, Paths.Length));
    }

    [Fact]
    public void A_step_of_the_sandwich_rule_with_dropout_and_soft_answers_is_the_same_step()
    {
        using var helpers = new InProcessHelpers(2);

        Sandwich(helpers).Should().Equal(Sandwich(null));

        helpers.Passes.Values.Sum().Should().BePositive();
    }

    [Fact]
    public void Gradients_by_the_choices_of_mixtures_come_back()
    {
        using var helpers = new InProcessHelpers(1);

        Choices(helpers).Should().Equal(Choices(null));

        helpers.Passes[0].Should().Be(1);
    }

    [Fact]
    public void A_pass_with_a_loss_of_its_own_is_run_here()
    {
        using var helpers = new InProcessHelpers(2);
        using var supernet = new Supernet(Space, seed: 3, torch.CPU, threads: 1, helpers);
        var sums = new List<(double Loss, double Sum)>();

        supernet.Run(
            [.. Paths.Select(path => new Pass(path, _batch, PassGradients.Weights) { Loss = logits => logits.sum() })],
            (_, result) => sums.Add((result.Loss, result.Logits.sum().Number())),
            default);

        sums.Should().HaveCount(Paths.Length).And.OnlyContain(one => one.Loss == one.Sum);
        helpers.Passes.Should().BeEmpty();
    }

    private byte[] Sum(IHelpers? helpers)
    {
        using var supernet = new Supernet(Space, seed: 3, torch.CPU, threads: 2, helpers);
        using var sum = new GradientSum(supernet.Weights);
        supernet.Backward(Paths, _batch, (number, result) => sum.Add(result, 1.0 / (number + 1)), default);
        return Bits.Of(sum.Gradients.All);
    }

    private byte[] Sandwich(IHelpers? helpers)
    {
        using var supernet = new Supernet(Space, seed: 3, torch.CPU, threads: 1, helpers);
        using var optimiser = new Sgd(new SgdSettings(0.5, 0.9, 0, 1e-3), supernet.Weights.Flat);
        var step = new SupernetStep("sandwich", [.. Paths.Take(4)], [], SupernetStep.NoSettings.Add("dropout", 0.5));
        new SandwichRule(Space).Train(new SupernetStepContext(supernet, 0, step, _batch, _batch, optimiser, RateFactor: 1, Seed: 3), default);
        return Bits.Of(supernet.Weights.Flat.All);
    }

    private double[] Choices(IHelpers? helpers)
    {
        using var supernet = new Supernet(Space, seed: 3, torch.CPU, threads: 1, helpers);
        var gradients = new List<double>();
        supernet.Run(
            [.. Enumerable.Repeat(new Pass(EstimatorFixture.Everything, _batch, PassGradients.Weights | PassGradients.Choices), 2)],
            (_, result) => gradients.AddRange(result.Choices.Values.SelectMany(values => values)),
            default);
        return [.. gradients];
    }

    private sealed class InProcessHelpers(int count) : IHelpers, IDisposable
    {
        private readonly ConcurrentDictionary<int, Supernet> _supernets = new();

        /// <summary>Passes that each helper ran.</summary>
        public ConcurrentDictionary<int, int> Passes { get; } = new();

        public int? Lost { get; init; }

        public int Count => count;

        public Task<byte[]?> AskAsync(int helper, byte[] work, CancellationToken cancellation)
        {
            if (helper == Lost)
            {
                return Task.FromResult<byte[]?>(null);
            }

            var supernet = _supernets.GetOrAdd(helper, _ => new Supernet(Space, seed: (ulong)(100 + helper), torch.CPU, threads: 1));
            using (torch.NewDisposeScope())
            {
                Passes.AddOrUpdate(helper, _ => PassWork.Read(work, supernet).Count, (_, before) => before + PassWork.Read(work, supernet).Count);
            }

            return Task.FromResult<byte[]?>(SharedPasses.Help(work, supernet, cancellation));
        }

        public void Dispose()
        {
            foreach (var supernet in _supernets.Values)
            {
                supernet.Dispose();
            }
        }
    }
}
