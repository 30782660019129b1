using System.Text;

namespace MessagePack.Contracts;

/// <summary>Finds a member by the name read from a map. Writers keep the order of the contract, so that place is tried first.</summary>
internal sealed class KeyTable(IEnumerable<string> keys)
{
    private readonly byte[][] names = [.. keys.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Reads a key and gives the place of its member, or -1.</summary>
    public int Read(ref MessagePackReader reader, int expected)
    {
        if (!reader.TryReadStringSpan(out var name))
        {
            MessagePackSerializationException.ThrowUnexpectedCode(MessagePackCode.Nil);
        }

        if (expected < names.Length && name.SequenceEqual(names[expected]))
        {
            return expected;
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
