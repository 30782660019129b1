using NasEngine.Contracts;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Networks.Tests.Data;

/// <summary>Every data set that a plugin offers can be looked at in part: <c>new { Take = 500 }</c>.</summary>
public sealed class DataSubsetTests
{
    private static readonly ImageShape Shape = new(1, 1, 2);

    [Fact]
    public void So_many_examples_are_taken_at_even_distances_and_the_test_stays_whole()
    {
        var (whole, part) = (Open(0), Open(4));

        part.Train.Labels.ToArray().Should().Equal(0, 0, 1, 1);
        part.Train.Pixels.ToArray().Should().Equal(0, 0, 2, 2, 5, 5, 7, 7);
        part.Train.Count.Should().Be(4);
        part.Test.Pixels.ToArray().Should().Equal(whole.Test.Pixels.ToArray());
        (part.Name, part.Classes).Should().Be((whole.Name, whole.Classes));
        part.ClassNames.Should().Equal("a", "b");
        part.Remarks.Should().BeEmpty();
    }

    [Fact]
    public void What_is_meant_for_validation_is_kept_whole()
    {
        var part = Open(2, validation: 4);

        part.Train.ValidationCount.Should().Be(4);
        part.Train.Pixels.ToArray().Should().Equal(0, 0, 3, 3, 6, 6, 7, 7, 8, 8, 9, 9);
    }

    [Fact]
    public void Another_part_is_other_data_and_none_is_all_of_it()
    {
        new[] { Open(0).Hash, Open(4).Hash, Open(5).Hash }.Should().OnlyHaveUniqueItems();
        Open(4).Hash.Should().Be(Open(4).Hash).And.HaveLength(64);
        Open(0).Train.Count.Should().Be(10);
        Open(10).Train.Labels.ToArray().Should().Equal(Open(0).Train.Labels.ToArray());
    }

    [Fact]
    public void More_than_there_are_is_refused_and_a_class_that_is_left_without_is_said()
    {
        FluentActions.Invoking(() => Open(11).Train).Should().Throw<InputException>()
            .WithMessage("Option 'take' is 11, and ten has 10 training examples; give fewer, or leave it out for all of them.");
        FluentActions.Invoking(() => Open(7, validation: 4).Train).Should().Throw<InputException>().WithMessage("*has 6 training examples*");
        Open(1).Remarks.Should().Equal("The 1 training examples that are taken of ten are of 1 of its classes only.");
    }

    private static IDataset Open(int take, int validation = 0) => PluginParts.Of(new TenPlugin(validation)).Create<IDataset, NoSetup>(
        new ComponentSpec("ten", OptionBag.From(new { Take = take })), NoSetup.Value);

    private sealed class TenPlugin(int validation) : IPlugin
    {
        public void Register(IPluginRegistry registry) => registry.Dataset("ten", "ten images", _ => validation, count => new Ten(count));
    }

    /// <summary>Ten images whose two pixels are their number, five of a class and then five of another.</summary>
    private sealed class Ten(int validation) : IDataset
    {
        private static readonly byte[] Pixels = [.. Enumerable.Range(0, 20).Select(pixel => (byte)(pixel / 2))];

        public string Name => "ten";

        public int Classes => 2;

        public IReadOnlyList<string> ClassNames => ["a", "b"];

        public string Hash => "ten";

        public LabelledImages Train => new(Shape, Pixels, new[] { 0, 0, 0, 0, 0, 1, 1, 1, 1, 1 }) { ValidationCount = validation };

        public LabelledImages Test { get; } = new(Shape, Pixels, new int[10]);
    }
}
