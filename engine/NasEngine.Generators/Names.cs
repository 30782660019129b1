using Microsoft.CodeAnalysis;

namespace NasEngine.Generators;

/// <summary>How generated code names types.</summary>
internal static class Names
{
    /// <summary>The namespace of what is generated.</summary>
    public const string Space = "NasEngine.Generated";

    /// <summary>The full name of a type, as the runtime says it.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>The name of a type in code.</summary>
    public static string InCode(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The name of a type's formatter.</summary>
    public static string Formatter(string type) => type.Replace('.', '_') + "Formatter";
}
