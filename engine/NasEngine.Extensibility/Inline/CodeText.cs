using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace NasEngine.Extensibility.Inline;

/// <summary>Code as lines of text, of which only a hash is kept.</summary>
/// <param name="names">Names of what it refers to.</param>
internal sealed class CodeText(CodeNames names)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>A further line.</summary>
    public void Say(string line)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(line));
        _hash.AppendData("\n"u8);
    }

    /// <summary>SHA-256 of all lines, hexadecimal; there are no further ones.</summary>
    public string Hash()
    {
        var hash = Convert.ToHexStringLower(_hash.GetHashAndReset());
        _hash.Dispose();
        return hash;
    }

    /// <summary>The attributes of a member, without those that the compiler and debuggers need.</summary>
    public string Attributes(MemberInfo member) => string.Concat(member.GetCustomAttributesData()
        .Where(one => one.AttributeType.Namespace is not ("System.Runtime.CompilerServices" or "System.Diagnostics"))
        .Select(one =>
            $" [{names.Of(one.AttributeType)} {string.Join(',', one.ConstructorArguments)} {string.Join(',', one.NamedArguments)}]"));

    /// <summary>A constant, bit for bit.</summary>
    public static string Constant(object? value) => value switch
    {
        null => "null",
        string text => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}"),
        double number => Convert.ToHexStringLower(BitConverter.GetBytes(number)),
        float number => Convert.ToHexStringLower(BitConverter.GetBytes(number)),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
    };
}
