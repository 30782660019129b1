using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Tests;

public sealed class SerializerTests : IDisposable
{
    private readonly ExtendedActorSystem _system = (ExtendedActorSystem)ClusterSystem.Start("127.0.0.1", 0, ClusterSystem.NodeRole, null);

    private static IClusterMessage[] Messages =>
    [
        new Hello("1", "2", 3, "a", 4, 5, "cuda:0", "big", "Some Processor"), new Welcome(1), new Refused("no"), new Beat([new SlotRecord(0, 5, [1, 2], "ab")]), new Heard(1),
        new ToSlot(1, 2, 3, [4], [new ContentRecord("file/x", "ab", 5)]), new FromSlot(1, 2, [3], []), new Taken(1, 2), new Release(1, true),
        new ContentWanted("ab", 1), new ContentChunk("ab", 1, [2]), new ContentGone("ab"),
    ];

    [Fact]
    public void Every_message_goes_through_the_one_serializer_and_comes_back()
    {
        foreach (var message in Messages)
        {
            var serializer = _system.Serialization.FindSerializerFor(message);
            serializer.Should().BeOfType<ClusterSerializer>();
            serializer.FromBinary(serializer.ToBinary(message), typeof(object)).Should().BeEquivalentTo(message, options => options.RespectingRuntimeTypes());
        }
    }

    [Fact]
    public void Nothing_else_is_sent_or_read_by_type_names()
    {
        var send = () => _system.Serialization.FindSerializerFor(new Version(1, 2)).ToBinary(new Version(1, 2));
        var read = () => _system.Serialization.Deserialize("{}"u8.ToArray(), new NewtonSoftJsonSerializer(_system).Identifier, "System.Version, System.Private.CoreLib");

        send.Should().Throw<SerializationException>();
        read.Should().Throw<SerializationException>();
    }

    [Fact]
    public void Damaged_messages_are_whole_messages_or_refused()
    {
        var (serializer, random, refused) = (new ClusterSerializer(_system), new Random(3), 0);
        var whole = Messages.Select(serializer.ToBinary).ToArray();
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = whole[round % whole.Length].ToArray();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                var read = serializer.FromBinary(bytes[..random.Next(1, bytes.Length + 1)], typeof(object));
                serializer.ToBinary(read).Should().NotBeEmpty();
            }
            catch (SerializationException)
            {
                refused++;
            }
        }

        refused.Should().BeInRange(10_000, 49_999);
    }

    public void Dispose() => _system.Terminate().Wait();
}
