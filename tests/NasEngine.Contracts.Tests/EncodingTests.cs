namespace NasEngine.Contracts.Tests;

public sealed class EncodingTests
{
    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void One_hot_codes_differ_and_read_back(string name)
    {
        var space = ConditionalSpaces.Named(name);
        var all = ConditionalSpaces.All(space);

        all.Select(one => string.Join(',', ArchitectureEncoding.OneHot(space, one))).Should().OnlyHaveUniqueItems();
        foreach (var one in all)
        {
            ArchitectureEncoding.FromOneHot(space, ArchitectureEncoding.OneHot(space, one)).Should().Be(one);
        }
    }

    [Fact]
    public void An_inactive_decision_is_all_zeros_in_one_hot_and_minus_one_in_ordinal()
    {
        var space = ConditionalSpaces.Named("depth");
        var shallow = space.Architecture([0, 1, 0, 0]);

        ArchitectureEncoding.OneHot(space, shallow).Should().Equal(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
        ArchitectureEncoding.Ordinal(space, shallow).Should().Equal(0, 0.5, -1, -1);
    }

    [Fact]
    public void A_code_of_another_version_of_the_space_is_refused()
    {
        var space = ConditionalSpaces.Named("plain");

        space.Invoking(it => ArchitectureEncoding.FromOneHot(it, new double[5])).Should().Throw<InputException>()
            .WithMessage("*has 6 places; 5 were given*another version*");
    }

    [Fact]
    public void A_layer_of_3_2_2_6_and_10_choices_has_23_factorised_and_720_joint_parameters()
    {
        var sizes = new[] { 3, 2, 2, 6, 10 };
        var space = new DecisionSpace("s", sizes.Select((size, i) =>
            new Decision($"d{i}", [.. Enumerable.Range(0, size).Select(choice => $"{choice}")]) { Group = "layer" }));
        var view = new GroupView(space, space.Groups.Single());

        view.Factorised.Should().Be(23);
        view.Joint.Should().Be(720);
        var values = new int[5];
        for (var index = 0; index < 720; index++)
        {
            view.Write(index, values);
            view.IndexOf(values).Should().Be(index);
            Enumerable.Range(0, 5).Select(place => view.Value(index, place)).Should().Equal(values);
        }
    }

    [Theory]
    [MemberData(nameof(ConditionalSpaces.Names), MemberType = typeof(ConditionalSpaces))]
    public void The_text_of_every_architecture_reads_back(string name)
    {
        var space = ConditionalSpaces.Named(name);
        foreach (var one in ConditionalSpaces.All(space))
        {
            ArchitectureText.Parse(space, ArchitectureText.Format(space, one)).Should().Be(one);
        }
    }

    [Theory]
    [InlineData("a0|b0", "*has 2 groups*has 3*")]
    [InlineData("a0_a1|b0|c0", "*Group 'a'*must have 1 labels*")]
    [InlineData("a9|b0|c0", "*Decision 'a'*no choice 'a9'*")]
    public void A_text_that_does_not_fit_is_refused_with_its_place(string text, string message)
    {
        var space = ConditionalSpaces.Named("plain");

        space.Invoking(it => ArchitectureText.Parse(it, text)).Should().Throw<InputException>().WithMessage(message);
    }
}
