using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Data;

public sealed class DataSplitTests
{
    private static readonly int[] Labels = [.. Enumerable.Range(0, 1000).Select(i => i * i % 7)];

    [Fact]
    public void Every_image_is_in_exactly_one_part()
    {
        var split = DataSplit.Stratified(Labels, 0.5, seed: 3);
        split.Train.Concat(split.Validation).Order().Should().Equal(Enumerable.Range(0, 1000));
    }

    [Fact]
    public void Each_class_is_split_in_the_same_share()
    {
        var split = DataSplit.Stratified(Labels, 0.25, seed: 3);
        foreach (var label in Labels.Distinct())
        {
            split.Train.Count(i => Labels[i] == label).Should().Be((int)Math.Round(Labels.Count(other => other == label) / 4.0));
        }
    }

    [Fact]
    public void What_data_says_is_for_validation_is_kept_to_whatever_share_is_held_out()
    {
        var images = new LabelledImages(new ImageShape(1, 1, 1), new byte[10], new byte[] { 0, 1, 0, 1, 0, 1, 0, 1, 0, 1 }) { ValidationCount = 3 };

        var split = DataSplit.Of(images, heldOut: 0.5, seed: 3, "test");

        split.Train.Should().Equal(0, 1, 2, 3, 4, 5, 6);
        split.Validation.Should().Equal(7, 8, 9);
    }

    [Fact]
    public void Numbers_to_learn_are_split_as_one_class()
    {
        var images = new LabelledImages(new ImageShape(1, 1, 1), default, default(ReadOnlyMemory<int>)) { Values = new float[8], Targets = new float[8] };

        var split = DataSplit.Of(images, heldOut: 0.25, seed: 3, "test");

        split.Validation.Should().HaveCount(2);
        split.Train.Concat(split.Validation).Order().Should().Equal(Enumerable.Range(0, 8));
    }

    [Fact]
    public void The_seed_decides_the_split()
    {
        var split = DataSplit.Stratified(Labels, 0.5, seed: 3);
        DataSplit.Stratified(Labels, 0.5, seed: 3).Train.Should().Equal(split.Train);
        DataSplit.Stratified(Labels, 0.5, seed: 4).Train.Should().NotEqual(split.Train);
    }
}
