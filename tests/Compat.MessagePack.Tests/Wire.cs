using MessagePack;

namespace Compat.MessagePack.Tests;

/// <summary>Bytes as hexadecimal text, so that an expectation reads like the specification.</summary>
internal static class Wire
{
    public static string Hex<T>(T value) => Convert.ToHexStringLower(MessagePackSerializer.Serialize(value));

    public static T Read<T>(string hex) => MessagePackSerializer.Deserialize<T>(Convert.FromHexString(hex));

    public static T RoundTrip<T>(T value) => MessagePackSerializer.Deserialize<T>(MessagePackSerializer.Serialize(value));

    public static object? RoundTripAs(Type type, object value) =>
        MessagePackSerializer.Deserialize(type, MessagePackSerializer.Serialize(type, value));
}
