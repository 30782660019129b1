using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NasEngine.Upstream.Tests;

/// <summary>The types and members of one assembly that other assemblies refer to.</summary>
internal static class UsedMembers
{
    public static IEnumerable<string> Of(string assembly, IEnumerable<string> paths) =>
        paths.SelectMany(path => Of(assembly, path)).Distinct().Order(StringComparer.Ordinal);

    private static List<string> Of(string assembly, string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new TypeNames();
        var used = new List<string>();
        foreach (var type in metadata.TypeReferences.Where(type => AssemblyOf(metadata, type) == assembly))
        {
            used.Add(names.GetTypeFromReference(metadata, type, 0));
        }

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (DeclaringType(metadata, member.Parent) is { } type && AssemblyOf(metadata, type) == assembly)
            {
                used.Add($"{names.GetTypeFromReference(metadata, type, 0)}.{Describe(metadata, member, names)}");
            }
        }

        return used;
    }

    private static string Describe(MetadataReader metadata, MemberReference member, TypeNames names)
    {
        var name = metadata.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
        {
            return $"{name} : {member.DecodeFieldSignature(names, null)}";
        }

        var signature = member.DecodeMethodSignature(names, null);
        var arity = signature.GenericParameterCount > 0 ? $"`{signature.GenericParameterCount}" : "";
        return $"{name}{arity}({string.Join(", ", signature.ParameterTypes)}) : {signature.ReturnType}";
    }

    private static TypeReferenceHandle? DeclaringType(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
        {
            return (TypeReferenceHandle)parent;
        }

        // A generic type: its signature starts with the type that is made concrete.
        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return null;
        }

        var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadSignatureTypeCode();
        var definition = blob.ReadTypeHandle();
        return definition.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)definition : null;
    }

    private static string? AssemblyOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => AssemblyOf(metadata, (TypeReferenceHandle)scope),
            _ => null,
        };
    }
}
