using System.Globalization;
using System.Reflection;

namespace NasEngine.Extensibility.Inline;

/// <summary>
/// Names of types and members that say what they are and not where they stand: what the compiler numbers by its place in the file is
/// numbered by when it is first named here.
/// </summary>
/// <param name="own">The recipe's assembly.</param>
internal sealed class CodeNames(Assembly own)
{
    private readonly Dictionary<MemberInfo, int> _numbers = [];

    /// <summary>The type, with the assembly where that is not the recipe's.</summary>
    public string Of(Type type)
    {
        if (type.IsGenericParameter)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"{(type.DeclaringMethod is null ? "!" : "!!")}{type.GenericParameterPosition}");
        }

        if (type.HasElementType)
        {
            return Of(type.GetElementType()!) + (type.IsArray ? $"[{type.GetArrayRank()}]" : type.IsByRef ? "&" : "*");
        }

        if (type.IsFunctionPointer)
        {
            return $"fn({Of(type.GetFunctionPointerParameterTypes())}){Of(type.GetFunctionPointerReturnType())}";
        }

        return type is { IsGenericType: true, IsGenericTypeDefinition: false }
            ? $"{Plain(type.GetGenericTypeDefinition())}<{Of(type.GetGenericArguments())}>"
            : Plain(type);
    }

    /// <summary>Several types.</summary>
    public string Of(IEnumerable<Type> types) => string.Join(',', types.Select(Of));

    /// <summary>The field.</summary>
    public string Of(FieldInfo field) => $"{Of(field.DeclaringType!)}::{Simple(field)}:{Of(field.FieldType)}";

    /// <summary>The method, with what it takes and returns.</summary>
    public string Of(MethodBase method)
    {
        var returned = method is MethodInfo info ? Of(info.ReturnType) : "";
        var arguments = method.IsGenericMethod ? $"<{Of(method.GetGenericArguments())}>" : "";
        var owner = method.DeclaringType is { } type ? Of(type) : "";
        return $"{owner}::{Simple(method)}{arguments}({Of(method.GetParameters().Select(one => one.ParameterType))}){returned}";
    }

    private string Plain(Type type)
    {
        var place = type.DeclaringType is { } outer ? Plain(outer) + "+"
            : (type.Assembly == own ? "" : $"[{type.Assembly.GetName().Name}]") + type.Namespace + ".";
        return place + Simple(type);
    }

    /// <summary>A name that the compiler made up holds a <c>&lt;</c>, which no user can write.</summary>
    private string Simple(MemberInfo member)
    {
        if (!member.Name.Contains('<') || member.Module.Assembly != own)
        {
            return member.Name;
        }

        var made = Definition(member);
        if (!_numbers.TryGetValue(made, out var number))
        {
            _numbers.Add(made, number = _numbers.Count);
        }

        return string.Create(CultureInfo.InvariantCulture, $"<{number}>");
    }

    private static MemberInfo Definition(MemberInfo member) => member.Module.ResolveMember(member.MetadataToken)!;
}
