using System.Globalization;
using System.Reflection;

namespace NasEngine.Architecture.Tests.Surface;

/// <summary>What a plugin that was built against an assembly may have taken from it: a line per type and per member, as its binary names it.</summary>
internal static class PublicSurface
{
    /// <summary>What the line begins with of a member that whoever implements the type must have.</summary>
    public const string Must = "must ";

    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines, in order.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(type => MembersOf(type).Prepend(Line(type))).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> MembersOf(Type type) =>
    [
        .. type.GetMethods(Members).Where(IsSeen).Select(method => $"{(method.IsAbstract ? Must : "")}{Name(type)}.{Signature(method)} : {Name(method.ReturnType)}"),
        .. type.GetConstructors(Members).Where(IsSeen).Select(made => $"{Name(type)}.{Signature(made)}"),
        .. type.GetFields(Members).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
            .Select(field => $"{Name(type)}.{field.Name} : {Name(field.FieldType)}{Constant(field)}"),
    ];

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Line(Type type) =>
        $"{(type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : "class")} "
        + $"{Name(type)}{(type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? $" : {Name(parent)}" : "")}";

    private static string Signature(MethodBase method) =>
        $"{method.Name}{(method.IsGenericMethod ? $"`{method.GetGenericArguments().Length}" : "")}({string.Join(", ", method.GetParameters().Select(one => Name(one.ParameterType)))})";

    /// <summary>A plugin has the value of a constant in itself.</summary>
    private static string Constant(FieldInfo field) =>
        field.IsLiteral ? string.Create(CultureInfo.InvariantCulture, $" = {field.GetRawConstantValue()}") : "";

    private static string Name(Type type) =>
        type.IsGenericParameter ? type.Name
        : type.HasElementType ? Name(type.GetElementType()!) + (type.IsArray ? "[]" : "&")
        : type.IsGenericType ? $"{type.Namespace}.{Nested(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : $"{type.Namespace}.{Nested(type)}";

    private static string Nested(Type type) => type.IsNested ? $"{Nested(type.DeclaringType!)}+{type.Name}" : type.Name;
}
