using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>One categorical choice of a search space, e.g. the kernel size of stage 3.</summary>
/// <param name="Name">Unique in the space, e.g. <c>stage3.kernel</c>.</param>
/// <param name="Choices">Labels of the choices, at least one; a value is an index into them.</param>
public sealed record Decision(string Name, ImmutableArray<string> Choices)
{
    /// <summary>
    /// The layer this variable belongs to. The variables of one group may be modelled each on its own (factorised) or
    /// all together (joint); FP-NAS (arXiv 2011.10949, section 3.3).
    /// </summary>
    public string Group { get; init; } = Name;

    /// <summary>Whether neighbouring choices are similar (kernel 3, 5, 7), so that a small change is one step.</summary>
    public bool Ordered { get; init; }

    /// <summary>When the decision is active; null when it always is.</summary>
    public Condition? When { get; init; }

    /// <summary>How many choices there are.</summary>
    public int Count => Choices.Length;
}
