namespace NasEngine.Networks.Tests.Training;

public sealed class LearningRateScheduleTests
{
    /// <summary>Recorded from torch.optim.lr_scheduler.OneCycleLR with max_lr 1 and 40 steps.</summary>
    [Theory]
    [InlineData(0, 0.04)]
    [InlineData(5, 0.451688878)]
    [InlineData(10, 0.980556627)]
    [InlineData(11, 1)]
    [InlineData(12, 0.996856118)]
    [InlineData(20, 0.766016974)]
    [InlineData(30, 0.233987026)]
    [InlineData(39, 4e-6)]
    [InlineData(1000, 4e-6)]
    public void One_cycle_equals_that_of_torch(long step, double factor) =>
        LearningRateSchedule.Factor("one-cycle", step, 40).Should().BeApproximately(factor, 1e-9);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 0.5)]
    [InlineData(20, 0)]
    [InlineData(30, 0)]
    public void Cosine_falls_from_one_to_zero(long step, double factor) =>
        LearningRateSchedule.Factor("cosine", step, 20).Should().BeApproximately(factor, 1e-12);

    /// <summary>Recorded from torch.optim.lr_scheduler.CosineAnnealingLR from 0.025 to 0.001 in 20 steps.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0.859411254969543)]
    [InlineData(20, 0.04)]
    [InlineData(30, 0.04)]
    public void A_cosine_with_an_end_equals_that_of_torch(long step, double factor) =>
        LearningRateSchedule.Factor("cosine", step, 20, end: 0.04).Should().BeApproximately(factor, 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.97)]
    [InlineData(20, 0.543794342927)]
    [InlineData(98, 0.050539386)]
    [InlineData(99, 0.05)]
    [InlineData(150, 0.05)]
    [InlineData(400, 0.05)]
    public void An_exponential_fall_ends_in_a_constant(long step, double factor) =>
        LearningRateSchedule.Factor("exponential", step, 150, end: 0.05).Should().BeApproximately(factor, 1e-6);

    [Fact]
    public void Constant_is_one() => LearningRateSchedule.Factor("constant", 5, 20).Should().Be(1);

    [Theory]
    [InlineData("one-cycle")]
    [InlineData("cosine")]
    public void A_single_step_has_a_finite_rate(string name) =>
        LearningRateSchedule.Factor(name, 0, 1).Should().BeInRange(0, 1);
}
