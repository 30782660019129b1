using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Plugins;

/// <summary>Looks at an assembly without loading it.</summary>
internal static class ContractCheck
{
    private static readonly System.Reflection.AssemblyName Contracts = typeof(IPlugin).Assembly.GetName();

    private const string NotDotNet = "is not a .NET assembly; give the path of a plugin's DLL";

    /// <summary>Why the assembly is no plugin for this program, or null when it is one as far as can be seen from outside.</summary>
    public static string? Refusal(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        try
        {
            return image.HasMetadata ? Refusal(image.GetMetadataReader()) : NotDotNet;
        }
        catch (BadImageFormatException)
        {
            return NotDotNet;
        }
    }

    private static string? Refusal(MetadataReader metadata)
    {
        var needed = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Where(reference => metadata.StringComparer.Equals(reference.Name, Contracts.Name!))
            .Select(reference => reference.Version)
            .FirstOrDefault();
        if (needed is null)
        {
            return $"is no plugin: it does not use {Contracts.Name}, in which IPlugin is";
        }

        var own = Contracts.Version!;
        return needed.Major == own.Major && needed.Minor <= own.Minor
            ? null
            : $"was built against {Contracts.Name} {needed.ToString(2)}, and this program has {own.ToString(2)}; build it against {own.Major}.0 to {own.ToString(2)}";
    }
}
