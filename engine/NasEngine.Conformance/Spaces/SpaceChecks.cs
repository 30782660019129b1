using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>What the engine relies on in every search space.</summary>
public abstract class SpaceChecks
{
    /// <summary>Architectures drawn for each check.</summary>
    protected virtual int Draws => 200;

    /// <summary>The space, made anew.</summary>
    protected abstract ISearchSpace Create();

    /// <summary>A check.</summary>
    [Check]
    public virtual void The_text_of_an_architecture_says_the_architecture()
    {
        var space = Create();
        foreach (var architecture in Sample(space))
        {
            var text = space.Format(architecture);
            Must.Hold(space.Parse(text).Equals(architecture), $"'{text}' is read as another architecture than {architecture.Key}");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Different_architectures_have_different_texts()
    {
        var space = Create();
        Must.BeUnique(Sample(space).Distinct().Select(space.Format), "two architectures have one text");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_drawn_architecture_is_one_that_the_decisions_allow()
    {
        var space = Create();
        foreach (var architecture in Sample(space))
        {
            Must.Hold(space.Decisions.Holds(architecture), $"{architecture.Key} was drawn, and its decisions do not allow it");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void The_canonical_architecture_is_of_the_space_and_its_own_canonical_one()
    {
        var space = Create();
        foreach (var architecture in Sample(space))
        {
            var canonical = space.Canonical(architecture);
            Must.Hold(space.Decisions.Holds(canonical), $"the canonical one of {architecture.Key} is not of the space: {canonical.Key}");
            Must.Hold(space.Canonical(canonical).Equals(canonical), $"the canonical {canonical.Key} has another canonical one");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void Every_architecture_has_a_cost_that_is_not_negative_and_two_makings_agree_on_it()
    {
        var (space, again) = (Create(), Create());
        foreach (var architecture in Sample(space))
        {
            var cost = space.Cost(architecture);
            Must.Hold(
                cost is { Macs: >= 0, Parameters: >= 0, ActivationBytes: >= 0, WeightBytes: >= 0 },
                $"the cost of {architecture.Key} is negative: {cost}");
            Must.Hold(again.Cost(architecture) == cost, $"made again, it says another cost of {architecture.Key}");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void An_architecture_of_another_space_is_refused_by_name()
    {
        var space = Create();
        var foreign = new Architecture("another-space", [0]);
        const string Not = "of an architecture of another space is not refused by its name";
        Must.BeRefused(() => space.Cost(foreign), foreign.Space, $"the cost {Not}");
        Must.BeRefused(() => space.Format(foreign), foreign.Space, $"the text {Not}");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_text_of_no_architecture_is_refused_in_words()
    {
        foreach (var text in new[] { "", "no architecture at all" })
        {
            Must.BeRefused(() => Create().Parse(text), "", $"the text '{text}' is not refused in words (InputException)");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void The_published_architectures_are_of_the_space()
    {
        var space = Create();
        foreach (var (name, reference) in space.References)
        {
            Must.Hold(space.Decisions.Holds(reference), $"'{name}' is none of its architectures");
            Must.Hold(space.Parse(space.Format(reference)).Equals(reference), $"the text of '{name}' is read as another architecture");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void It_may_be_asked_from_several_threads()
    {
        var space = Create();
        var architectures = Sample(space).ToArray();
        var alone = architectures.Select(space.Cost).ToArray();
        Must.Equal(
            architectures.AsParallel().AsOrdered().Select(space.Cost), alone, "asked from several threads it says other costs");
    }

    /// <summary>Architectures drawn from a fixed seed.</summary>
    protected IEnumerable<Architecture> Sample(ISearchSpace space) =>
        Enumerable.Range(0, Draws).Select(i => space.Decisions.Sample(RandomSource.For(1, i, "conformance")));
}
