using System.Reflection;

namespace MessagePack.Contracts;

/// <summary>
/// Chooses the constructor: the marked one, or the most accessible and then longest whose every parameter is a member. By
/// index the first parameter is the member with the lowest index, and so on; by name the names must agree but for case.
/// </summary>
internal static class ConstructorChoice
{
    public static (ConstructorInfo? Constructor, ContractMember[] Arguments) Find(
        Type type, IReadOnlyList<ContractMember> members, bool byIndex)
    {
        if (type.IsInterface || type.IsAbstract)
        {
            throw ContractReader.Invalid(type, "is abstract, so it needs a Union of the types that can be made");
        }

        var all = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (all.SingleOrDefault(c => c.IsDefined(typeof(SerializationConstructorAttribute))) is { } marked)
        {
            return Match(marked, members, byIndex) is { } arguments
                ? (marked, arguments)
                : throw ContractReader.Invalid(type, "has a serialization constructor whose parameters do not match its members");
        }

        foreach (var candidate in all.OrderByDescending(Accessibility).ThenByDescending(c => c.GetParameters().Length))
        {
            if (Match(candidate, members, byIndex) is { } arguments)
            {
                return (candidate, arguments);
            }
        }

        return type.IsValueType
            ? (null, [])
            : throw ContractReader.Invalid(type, "has no constructor whose parameters match its members");
    }

    private static int Accessibility(ConstructorInfo constructor) =>
        constructor.IsPublic ? 2 : constructor.IsPrivate ? 0 : 1;

    private static ContractMember[]? Match(ConstructorInfo constructor, IReadOnlyList<ContractMember> members, bool byIndex)
    {
        var parameters = constructor.GetParameters();
        var arguments = new ContractMember[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var member = byIndex ? members.ElementAtOrDefault(i) : ByName(members, parameters[i].Name!);
            if (member is not { IsReadable: true } || !parameters[i].ParameterType.IsAssignableFrom(member.Type))
            {
                return null;
            }

            arguments[i] = member;
        }

        return arguments;
    }

    private static ContractMember? ByName(IReadOnlyList<ContractMember> members, string name)
    {
        var named = members.Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        return named.Length == 1 ? named[0] : null;
    }
}
