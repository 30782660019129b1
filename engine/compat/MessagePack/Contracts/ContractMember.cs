using System.Reflection;
using System.Runtime.CompilerServices;

namespace MessagePack.Contracts;

/// <summary>A property or field of a contract.</summary>
/// <param name="Info">The property or field.</param>
/// <param name="Index">Its place in an array.</param>
/// <param name="Key">Its name in a map.</param>
/// <param name="IsReadable">It can be got, and so is written.</param>
/// <param name="IsWritable">It can be set after construction.</param>
internal sealed record ContractMember(MemberInfo Info, int Index, string Key, bool IsReadable, bool IsWritable)
{
    public string Name => Info.Name;

    public Type Type => Info is PropertyInfo property ? property.PropertyType : ((FieldInfo)Info).FieldType;

    /// <summary>Set as part of the construction, whether the input has it or not.</summary>
    public bool IsPartOfConstruction =>
        IsWritable && (IsInitOnly || Info.IsDefined(typeof(RequiredMemberAttribute), inherit: false));

    private bool IsInitOnly =>
        Info is PropertyInfo { SetMethod: { } setter }
        && setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
