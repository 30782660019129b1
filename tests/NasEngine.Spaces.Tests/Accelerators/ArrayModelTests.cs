using NasEngine.Designs.Accelerators;

namespace NasEngine.Spaces.Tests.Accelerators;

public sealed class ArrayModelTests
{
    /// <summary>
    /// AlexNet's first layer on 32×32 elements with three buffers of 64 KiB: the run that SCALE-Sim v2 publishes with its code
    /// (test/golden_trace). Its cycles are counted from 0. Its own reads of inputs come from a simulated prefetcher; ours are within 1 ‰.
    /// </summary>
    [Fact]
    public void The_published_run_of_SCALE_Sim_is_met()
    {
        var layer = new Gemm("conv1", 55 * 55, 11 * 11 * 3, 96, 11 * 11, 224 * 224 * 3);
        var run = ArrayModel.Run(new SystolicArray(32, 32, Dataflow.WeightStationary, 64, 64, 64, double.PositiveInfinity), layer);

        run.ComputeCycles.Should().Be(112_283 + 1);
        run.Reads.Should().Be(3_294_225 + 34_848);
        run.Writes.Should().Be(3_484_800);
        run.FilterTraffic.Should().Be(34_848);
        run.InputTraffic.Should().BeApproximately(1_805_023, 1_805);
        (100.0 * layer.Macs / (run.ComputeCycles * 32 * 32)).Should().BeApproximately(91.68, 0.01);
    }

    /// <summary>
    /// [pixels × depth] by [depth × filters] in SCALE-Sim v2's own arrays: cycles, reads of inputs and of weights, writes of outputs. It does
    /// not count the drain of stationary outputs, rows cycles a fold, which the paper's equation does.
    /// </summary>
    [Theory]
    [InlineData(Dataflow.OutputStationary, 20, 27, 10, 8, 4, 333 + (9 * 8), 1620 + 810, 200)]
    [InlineData(Dataflow.WeightStationary, 20, 27, 10, 8, 4, 456, 1620 + 270, 800)]
    [InlineData(Dataflow.InputStationary, 20, 27, 10, 8, 4, 560, 540 + 1350, 800)]
    [InlineData(Dataflow.OutputStationary, 49, 18, 16, 4, 8, 728 + (26 * 4), 1764 + 3744, 784)]
    [InlineData(Dataflow.WeightStationary, 49, 18, 16, 4, 8, 630, 1764 + 288, 3920)]
    [InlineData(Dataflow.InputStationary, 49, 18, 16, 4, 8, 1050, 882 + 2016, 3920)]
    [InlineData(Dataflow.OutputStationary, 9, 5, 3, 16, 16, 35 + 16, 45 + 15, 27)]
    [InlineData(Dataflow.WeightStationary, 9, 5, 3, 16, 16, 55, 45 + 15, 27)]
    [InlineData(Dataflow.InputStationary, 9, 5, 3, 16, 16, 49, 45 + 15, 27)]
    public void Cycles_and_reads_are_those_that_SCALE_Sim_counts(
        Dataflow dataflow, int pixels, int depth, int filters, int rows, int columns, long cycles, long reads, long writes)
    {
        var run = ArrayModel.Run(
            new SystolicArray(rows, columns, dataflow, 64, 64, 64, 1e9), new Gemm("layer", pixels, depth, filters, 1, (long)pixels * depth));

        (run.ComputeCycles, run.Reads, run.Writes).Should().Be((cycles, reads, writes));
        run.Traffic.Should().Be((pixels * depth) + (depth * filters) + (pixels * filters), "everything fits into its buffer");
    }

    /// <summary>Every product of a fold at its place and time: weights are shifted in, then vectors cross the array on the diagonal.</summary>
    [Fact]
    public void A_fold_takes_as_long_as_its_last_product()
    {
        foreach (var (rows, columns, stream) in from r in new[] { 1, 2, 5 } from c in new[] { 1, 3, 4 } from t in new[] { 1, 2, 7 } select (r, c, t))
        {
            var last = Enumerable.Range(0, rows).Max(row => Enumerable.Range(0, columns).Max(column => rows + stream - 1 + row + column));

            ArrayModel.Run(
                new SystolicArray(rows, columns, Dataflow.WeightStationary, 8, 8, 8, 1e9), new Gemm("fold", stream, rows, columns, 1, stream))
                .ComputeCycles.Should().Be(last + 1);
        }
    }

    [Fact]
    public void Memory_is_waited_for_where_it_is_slower_than_the_array()
    {
        var layer = new Gemm("layer", 100, 100, 100, 1, 10_000);
        double Cycles(double bandwidth) => ArrayModel.Run(new SystolicArray(32, 32, Dataflow.WeightStationary, 64, 64, 64, bandwidth), layer).Cycles;

        Cycles(0.5).Should().Be(30_000 / 0.5);
        Cycles(1e9).Should().Be(16 * (64 + 32 + 100 - 2));
    }

    [Fact]
    public void What_does_not_fit_comes_again_for_every_fold()
    {
        var layer = new Gemm("layer", 4096, 64, 64, 1, 4096 * 64);
        LayerRun Run(Dataflow dataflow, int inputs, int filters, int outputs) =>
            ArrayModel.Run(new SystolicArray(16, 16, dataflow, inputs, filters, outputs, 1), layer);

        var (folds, all) = (4, 4096 * 64);
        Run(Dataflow.OutputStationary, 8, 8, 8).InputTraffic.Should().Be(all * folds);
        Run(Dataflow.OutputStationary, 1024, 8, 8).InputTraffic.Should().Be(all);
        Run(Dataflow.OutputStationary, 8, 4, 8).FilterTraffic.Should().Be(64 * 64 * (4096 / 16));
        Run(Dataflow.OutputStationary, 8, 8, 8).FilterTraffic.Should().Be(64 * 64, "4,096 words are half of 8 KiB");
        Run(Dataflow.WeightStationary, 8, 8, 8).OutputTraffic.Should().Be(all * ((2 * folds) - 1), "partial sums go out and come back");
        Run(Dataflow.WeightStationary, 8, 8, 128).OutputTraffic.Should().Be(all, "a strip of 4,096 × 16 sums is half of 128 KiB");
    }
}
