using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>What a space that holds other spaces is made with.</summary>
/// <param name="Services">Makes them.</param>
public sealed record SpaceSetup(IServices Services)
{
    /// <summary>The spaces that a recipe names beside it: <c>.Space(Part("network-on-array", null, Part("nasbench201")))</c>.</summary>
    public ImmutableArray<ComponentSpec> Inner { get; init; } = [];

    /// <summary>The one space that it holds.</summary>
    /// <param name="who">Its id, for the message.</param>
    /// <exception cref="InputException">A recipe names none or several.</exception>
    public ISearchSpace Only(string who) => Inner is [var one]
        ? Services.Space(one)
        : throw new InputException(
            $"Space '{who}' holds one other space, and {Inner.Length} are named; write .Space(Part(\"{who}\", null, "
            + "Part(\"nasbench201\"))).")
        {
            Word = ".Space(",
        };
}
