using NasEngine.Contracts;

namespace NasEngine.Search.Tests;

public sealed class ProposalCheckTests
{
    private static readonly Architecture First = new("toy", [0, 0]);
    private static readonly Trial Plain = new(First, Fidelity.Full);
    private static readonly SupernetStep Step = new("uniform", [First], [First], SupernetStep.NoSettings);

    [Fact]
    public void What_makes_sense_has_no_problem()
    {
        Problem(Plain with { Fidelity = new Fidelity(0, 0.5, 8, "proxy"), Weights = WeightOrigin.Of(3), Keep = true }).Should().BeNull();
        Problem(Plain with { Weights = WeightOrigin.Supernet }, WorkKind.Both).Should().BeNull();
        Problem(Step with { ValidationBatches = 5, SchedulePosition = 1, TrainOn = DataPart.Validation }, WorkKind.Both).Should().BeNull();
    }

    [Fact]
    public void Work_of_another_kind_than_the_strategy_says_is_refused()
    {
        Problem(Step).Should().Be("proposed a SupernetStep, but says it proposes Trials");
        Problem(Plain, WorkKind.SupernetSteps).Should().Be("proposed a Trial, but says it proposes SupernetSteps");
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_with_the_number()
    {
        Problem(Plain with { Fidelity = new Fidelity(-1) }).Should().Be("proposed a trial of -1 epochs");
        Problem(Plain with { Fidelity = new Fidelity { PriorEpochs = double.NaN } }).Should().Be("proposed a trial of weights with NaN epochs behind them");
        Problem(Plain with { Fidelity = new Fidelity(DataFraction: 0) }).Should().Be("proposed a trial on the share 0 of the data");
        Problem(Plain with { Fidelity = new Fidelity(Resolution: 0) }).Should().Be("proposed a trial on images of 0 pixels a side");
        Problem(Plain with { Weights = new SlicedWeights(CalibrationBatches: 0) }).Should().Be("proposed a slice of the supernet on no batch");
        Problem(Plain with { Weights = null! }).Should().Be("proposed a trial whose weights come from nowhere");
        Problem(Step with { ValidationBatches = 0 }, WorkKind.SupernetSteps).Should().Be("proposed a supernet step that measures on 0 batches");
        Problem(Step with { SchedulePosition = 1.5 }, WorkKind.SupernetSteps)
            .Should().Be("proposed a supernet step at 1.5 of its schedule, which goes from 0 to 1");
    }

    private static string? Problem(WorkItem work, WorkKind kind = WorkKind.Trials) => ProposalCheck.Problem(work, kind, new ToySpace());
}
