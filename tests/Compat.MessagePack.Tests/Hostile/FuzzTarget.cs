using System.Collections.Immutable;
using System.Numerics;
using Compat.MessagePack.Tests.Types;
using MessagePack;

namespace Compat.MessagePack.Tests.Hostile;

/// <summary>A type to read malformed input as, and a well-formed message to spoil.</summary>
internal sealed record FuzzTarget(byte[] Sample, Action<byte[]> Read)
{
    private static readonly MessagePackSerializerOptions Untrusted =
        MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData);

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Of<object>(new Dictionary<string, object> { ["a"] = new object[] { 1, "b", 2.0, null! } }),
        Of(new[] { 1, -70000, 5 }),
        Of(new List<double> { 1, 2, 3 }),
        Of("some text, and more of it"),
        Of(new byte[] { 1, 2, 3 }),
        Of(new Node(1, [new Node(2, [new Node(3, null)]), new Node(4, [])])),
        Of<IShape>(new Circle(1)),
        Of(new ByProperty(3, [1, 2])),
        Of(new WithInit { Id = 1, Name = "n" }),
        Of(new Dictionary<string, double[]> { ["loss"] = [1, 2], ["accuracy"] = [3] }),
        Of(ImmutableDictionary<int, string>.Empty.Add(1, "x")),
        Of(new[] { new Pair(1, 2), new Pair(3, 4) }),
        Of((1, "x", Guid.Empty)),
        Of(1.25m),
        Of(new BigInteger(123456789)),
        Of(new DateTimeOffset(2020, 1, 1, 1, 1, 1, TimeSpan.FromHours(1))),
        Of(new DateTime(2500, 1, 1, 1, 1, 1, DateTimeKind.Utc)),
        Of(new Version(1, 2)),
        Of(ImmutableArray.Create(Colour.Red, Colour.Blue)),
        new(MessagePackSerializer.Serialize("json"), input => MessagePackSerializer.ConvertToJson(input, Untrusted)),
    ];

    private static FuzzTarget Of<T>(T sample) => new(
        MessagePackSerializer.Serialize(sample),
        input => MessagePackSerializer.Deserialize<T>(input, Untrusted));
}
