using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NasEngine.Contracts;

/// <summary>
/// One value for each active decision of a space. Immutable, and equal to another when space and values are; inactive
/// decisions hold <see cref="Inactive"/>, so that two descriptions of the same network are the same architecture.
/// </summary>
/// <param name="Space">Id of the space it belongs to.</param>
/// <param name="Values">One per decision of the space, in its order.</param>
public sealed record Architecture(string Space, ImmutableArray<int> Values) : Route
{
    /// <summary>The value of a decision that is not active.</summary>
    public const int Inactive = -1;

    /// <summary>The space and the values as text: <c>fbnetv2-f:0.2.1.-.3</c>.</summary>
    public string Key => Space + ":" + string.Join('.', Values.Select(value =>
        value == Inactive ? "-" : value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Twelve hexadecimal digits of SHA-256 of <see cref="Key"/>: the same in every process.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 6));

    /// <inheritdoc/>
    public bool Equals(Architecture? other) =>
        other is not null && Space == other.Space && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Space, StringComparer.Ordinal);
        foreach (var value in Values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
