using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NasEngine.Architecture.Tests;

/// <summary>What the metadata of a built assembly says it uses.</summary>
internal sealed record BuiltAssembly(string Name, IReadOnlySet<string> References, IReadOnlySet<string> Types)
{
    /// <summary>The assembly of a project, built in the configuration of these tests.</summary>
    public static BuiltAssembly Of(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var folder = Path.Combine(Repository.Root, "artifacts", "bin", name, configuration);
        var file = name == "NasEngine.Host" ? "nas" : name;

        using var image = new PEReader(File.OpenRead(Path.Combine(folder, file + ".dll")));
        var metadata = image.GetMetadataReader();
        return new BuiltAssembly(
            name,
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToHashSet(),
            metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name)).ToHashSet());
    }

    /// <summary>References that are neither the framework's nor among those allowed; an allowed name ending in * is a beginning.</summary>
    public IEnumerable<string> ReferencesBeside(params string[] allowed) => References.Where(reference =>
        !IsFramework(reference) && !allowed.Any(name => name.EndsWith('*')
            ? reference.StartsWith(name[..^1], StringComparison.Ordinal)
            : reference == name));

    private static bool IsFramework(string reference) =>
        reference is "System" or "mscorlib" or "netstandard" || reference.StartsWith("System.", StringComparison.Ordinal) ||
        reference is "Microsoft.Win32.Primitives" or "Microsoft.CSharp";
}
