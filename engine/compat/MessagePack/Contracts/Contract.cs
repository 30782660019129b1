using System.Reflection;

namespace MessagePack.Contracts;

/// <summary>How an annotated type is laid out on the wire and put together again.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsArray">Written as an array by index; otherwise as a map by name.</param>
/// <param name="Members">In the order in which they are written.</param>
/// <param name="Constructor">Null for a struct made by its default.</param>
/// <param name="Arguments">The member behind each parameter of the constructor.</param>
/// <param name="IsExact">An array of any other length is refused; tuples are so.</param>
internal sealed record Contract(
    Type Type,
    bool IsArray,
    IReadOnlyList<ContractMember> Members,
    ConstructorInfo? Constructor,
    IReadOnlyList<ContractMember> Arguments,
    bool IsExact = false)
{
    /// <summary>How many elements the array has: a gap between indexes is written as nil.</summary>
    public int Length => Members.Count == 0 ? 0 : Members.Max(member => member.Index) + 1;
}
