using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>
/// What the engine relies on in every search space. A plugin's tests derive from it, name the space, and pass.
/// </summary>
public abstract class SpaceConformance
{
    /// <summary>Architectures drawn for each check.</summary>
    protected virtual int Draws => 200;

    /// <summary>The space, made anew.</summary>
    protected abstract ISearchSpace Create();

    [Fact]
    public void The_text_of_an_architecture_says_the_architecture()
    {
        var space = Create();
        foreach (var architecture in Sample(space))
        {
            space.Parse(space.Format(architecture)).Should().Be(architecture);
        }
    }

    [Fact]
    public void Different_architectures_have_different_texts()
    {
        var space = Create();
        var different = Sample(space).Distinct().ToArray();
        different.Select(space.Format).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_drawn_architecture_is_one_that_the_decisions_allow()
    {
        var space = Create();
        Sample(space).Should().OnlyContain(architecture => space.Decisions.Holds(architecture));
    }

    [Fact]
    public void The_canonical_architecture_is_of_the_space_and_its_own_canonical_one()
    {
        var space = Create();
        foreach (var architecture in Sample(space))
        {
            var canonical = space.Canonical(architecture);
            space.Decisions.Holds(canonical).Should().BeTrue();
            space.Canonical(canonical).Should().Be(canonical);
        }
    }

    [Fact]
    public void Every_architecture_has_a_cost_that_is_not_negative_and_two_makings_agree_on_it()
    {
        var (space, again) = (Create(), Create());
        foreach (var architecture in Sample(space))
        {
            var cost = space.Cost(architecture);
            cost.Macs.Should().BeGreaterThanOrEqualTo(0);
            cost.Parameters.Should().BeGreaterThanOrEqualTo(0);
            cost.ActivationBytes.Should().BeGreaterThanOrEqualTo(0);
            again.Cost(architecture).Should().Be(cost);
        }
    }

    [Fact]
    public void An_architecture_of_another_space_is_refused_by_name()
    {
        var space = Create();
        var foreign = new Architecture("another-space", [0]);
        space.Invoking(it => it.Cost(foreign)).Should().Throw<InputException>().WithMessage("*another-space*");
        space.Invoking(it => it.Format(foreign)).Should().Throw<InputException>().WithMessage("*another-space*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no architecture at all")]
    public void A_text_of_no_architecture_is_refused_in_words(string text) =>
        Create().Invoking(it => it.Parse(text)).Should().Throw<InputException>();

    [Fact]
    public void The_published_architectures_are_of_the_space()
    {
        var space = Create();
        foreach (var reference in space.References.Values)
        {
            space.Decisions.Holds(reference).Should().BeTrue();
            space.Parse(space.Format(reference)).Should().Be(reference);
        }
    }

    [Fact]
    public void It_may_be_asked_from_several_threads()
    {
        var space = Create();
        var architectures = Sample(space).ToArray();
        var alone = architectures.Select(space.Cost).ToArray();
        architectures.AsParallel().AsOrdered().Select(space.Cost).ToArray().Should().Equal(alone);
    }

    /// <summary>Architectures drawn from a fixed seed.</summary>
    protected IEnumerable<Architecture> Sample(ISearchSpace space) =>
        Enumerable.Range(0, Draws).Select(i => space.Decisions.Sample(RandomSource.For(1, i, "conformance")));
}
