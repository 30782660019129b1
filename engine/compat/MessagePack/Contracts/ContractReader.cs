using System.Reflection;
using System.Runtime.CompilerServices;
using MessagePack.Internal;

namespace MessagePack.Contracts;

/// <summary>Reads the contract of a type from its attributes.</summary>
internal static class ContractReader
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static Contract? Read(Type type)
    {
        if (type.GetCustomAttribute<MessagePackObjectAttribute>() is not { } attribute)
        {
            return IsTuple(type) ? ReadTuple(type) : null;
        }

        if (!type.IsVisible && !attribute.AllowPrivate)
        {
            throw Invalid(type, "is not public, so it needs [MessagePackObject(AllowPrivate = true)]");
        }

        var members = attribute.KeyAsPropertyName
            ? Candidates(type, attribute.AllowPrivate).Select((info, i) => Member(info, i, KeyName(info), attribute)).ToList()
            : KeyedMembers(type, attribute).ToList();
        RefuseDuplicates(type, members);
        var isArray = !attribute.KeyAsPropertyName
            && (members.Count == 0 || members[0].Info.GetCustomAttribute<KeyAttribute>()!.IntKey is not null);
        var ordered = isArray ? [.. members.OrderBy(member => member.Index)] : members;
        var (constructor, arguments) = ConstructorChoice.Find(type, ordered, isArray);
        return new Contract(type, isArray, ordered, constructor, arguments);
    }

    public static MessagePackSerializationException Invalid(Type type, string what) =>
        new MessagePackDynamicObjectResolverException($"{type.FullName} {what}.");

    private static IEnumerable<ContractMember> KeyedMembers(Type type, MessagePackObjectAttribute attribute)
    {
        bool? byIndex = null;
        foreach (var info in Candidates(type, includePrivate: true))
        {
            if (info.GetCustomAttribute<KeyAttribute>() is not { } key)
            {
                if (IsPublic(info))
                {
                    throw Invalid(type, $"must mark its public member {info.Name} with Key or IgnoreMember");
                }

                continue;
            }

            if (key.IntKey is < 0)
            {
                throw Invalid(type, $"gives {info.Name} the negative key {key.IntKey}");
            }

            if ((byIndex ??= key.IntKey is not null) != key.IntKey is not null)
            {
                throw Invalid(type, "mixes keys by number and by name");
            }

            yield return Member(info, key.IntKey ?? 0, key.StringKey ?? info.Name, attribute);
        }
    }

    private static ContractMember Member(MemberInfo info, int index, string key, MessagePackObjectAttribute attribute) =>
        info switch
        {
            PropertyInfo property => new ContractMember(
                property,
                index,
                key,
                property.GetMethod is { } getter && (getter.IsPublic || attribute.AllowPrivate),
                property.SetMethod is { } setter && (setter.IsPublic || attribute.AllowPrivate)),
            _ => new ContractMember(info, index, key, true, !((FieldInfo)info).IsInitOnly),
        };

    private static string KeyName(MemberInfo info) => info.GetCustomAttribute<KeyAttribute>()?.StringKey ?? info.Name;

    // The most derived type first, as upstream's source generator orders them.
    private static IEnumerable<MemberInfo> Candidates(Type type, bool includePrivate)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var member in current.GetProperties(Declared).Concat<MemberInfo>(current.GetFields(Declared)))
            {
                if ((includePrivate || IsPublic(member)) && !IsIgnored(member))
                {
                    yield return member;
                }
            }
        }
    }

    private static bool IsIgnored(MemberInfo member) =>
        member.IsDefined(typeof(IgnoreMemberAttribute), inherit: true)
        || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || member is PropertyInfo property && (property.GetIndexParameters().Length > 0 || IsOverride(property));

    private static bool IsOverride(PropertyInfo property)
    {
        var accessor = property.GetMethod ?? property.SetMethod!;
        return accessor.GetBaseDefinition().DeclaringType != accessor.DeclaringType;
    }

    private static bool IsPublic(MemberInfo member) => member is PropertyInfo property
        ? property.GetMethod is { IsPublic: true } || property.SetMethod is { IsPublic: true }
        : ((FieldInfo)member).IsPublic;

    private static void RefuseDuplicates(Type type, List<ContractMember> members)
    {
        var byIndex = members.Count > 0 && members[0].Info.GetCustomAttribute<KeyAttribute>()?.IntKey is not null;
        var duplicate = members.GroupBy(member => byIndex ? (object)member.Index : member.Key).FirstOrDefault(g => g.Count() > 1);
        if (duplicate is not null)
        {
            throw Invalid(type, $"uses the key {duplicate.Key} more than once");
        }
    }

    private static bool IsTuple(Type type) =>
        type.IsAssignableTo(typeof(ITuple)) && type.Namespace == nameof(System) && type.IsGenericType;

    private static Contract ReadTuple(Type type)
    {
        var members = type.GetGenericArguments()
            .Select((_, i) => i == 7 ? "Rest" : $"Item{i + 1}")
            .Select((name, i) => new ContractMember((MemberInfo?)type.GetField(name) ?? type.GetProperty(name)!, i, name, true, false))
            .ToArray();
        return new Contract(type, true, members, type.GetConstructors()[0], members, IsExact: true);
    }
}
