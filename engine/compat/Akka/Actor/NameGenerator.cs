using System.Text;

namespace Akka.Actor;

/// <summary>Names for the unnamed: a counter in base 64 with letters first ($a, $b … $z, $A …).</summary>
internal static class NameGenerator
{
    private const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    public static string Encode(long value, string prefix)
    {
        var name = new StringBuilder(prefix);
        do
        {
            name.Append(Digits[(int)(value & 63)]);
            value >>= 6;
        }
        while (value != 0);
        return name.ToString();
    }
}
