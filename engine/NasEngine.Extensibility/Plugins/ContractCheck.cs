using System.Reflection;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Whether an assembly was built against contracts that this program has.</summary>
internal static class ContractCheck
{
    private static readonly AssemblyName Own = typeof(IPlugin).Assembly.GetName();

    /// <summary>Why it was not, or null when it was: the major version must match, the minor may be older.</summary>
    public static string? Refusal(Assembly assembly)
    {
        var needed = assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == Own.Name)?.Version;
        var own = Own.Version!;
        return needed is null ? $"is no plugin: it does not use {Own.Name}, in which IPlugin is"
            : needed.Major == own.Major && needed.Minor <= own.Minor ? null
            : needed.Major < own.Major
                ? $"was built against contract {needed.Major}, and this program has contract {own.Major}; port it as docs/plugins.md says "
                    + $"under \"From contract {needed.Major}\" and build it anew"
            : $"was built against {Own.Name} {needed.ToString(2)}, and this program has {own.ToString(2)}; build it against {own.Major}.0 "
                + $"to {own.ToString(2)}";
    }
}
