using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;
using NasEngine.Cluster;
using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Coordinating;
using NasEngine.Cluster.Messages;

namespace NasEngine.Benchmarks.Clusters;

/// <summary>A peer that says damaged messages and garbage.</summary>
internal sealed class FuzzedPeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(3);
    private readonly ActorSystem _system;
    private readonly ActorSelection[] _actors;
    private readonly byte[][] _whole;

    public FuzzedPeer(ClusterEndpoint coordinator, ClusterVersions versions)
    {
        _system = ActorSystem.Create(ClusterSystem.Name, ConfigurationFactory.ParseString($$"""
            akka {
              loggers = []
              stdout-loglevel = OFF
              actor {
                provider = remote
                serializers.said = "{{typeof(SaidSerializer).FullName}}, {{typeof(SaidSerializer).Assembly.GetName().Name}}"
                serialization-bindings { "{{typeof(Said).FullName}}, {{typeof(Said).Assembly.GetName().Name}}" = said }
              }
              remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0, maximum-frame-size = 4 MiB }
            }
            """));
        _actors = [.. new[] { CoordinatorActor.Name, ContentActor.Name }
            .Select(name => _system.ActorSelection($"akka.tcp://{ClusterSystem.Name}@{coordinator}/user/{name}"))];
        ContentRecord content = new("file/x", new string('a', 64), 5);
        _whole = [.. new IClusterMessage[]
        {
            new Hello(versions.Engine, versions.Contracts, 6, "fuzz", 4, 5, "cuda:0"), new Welcome(1), new Refused("no"),
            new Beat([new SlotRecord(0, 5, [1, 2], "ab")]), new Heard(1), new ToSlot(1, 2, 3, [4], [content]), new FromSlot(1, 2, [3], [content]),
            new Taken(1, 2), new Release(1, true), new ContentWanted(content.Sha256, 1), new ContentChunk(content.Sha256, 1, [2]),
            new ContentGone(content.Sha256),
        }.Select(ClusterBytes.Write)];
    }

    /// <summary>Says some; done when the other side has read them, as it answers a whole question that comes last.</summary>
    public async Task SendAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            _actors[number % _actors.Length].Tell(new Said(number % 3 == 0 ? Garbage() : Damaged(_whole[_random.Next(_whole.Length)])));
        }

        await _actors[1].Ask<Said>(new Said(ClusterBytes.Write(new ContentWanted(new string('0', 64), 0))), Patience);
    }

    public void Dispose() => _system.Terminate().Wait();

    private byte[] Garbage()
    {
        var bytes = new byte[_random.Next(0, 200)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Damaged(byte[] whole)
    {
        var bytes = whole.ToList();
        for (var changes = _random.Next(1, 4); changes > 0 && bytes.Count > 0; changes--)
        {
            var place = _random.Next(bytes.Count);
            switch (_random.Next(4))
            {
                case 0:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                case 1:
                    bytes.Insert(place, (byte)_random.Next(256));
                    break;
                default:
                    bytes[place] = (byte)_random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Bytes in the place of a message.</summary>
    private sealed record Said(byte[] Bytes);

    /// <summary>Says that it is the serializer of the cluster's messages.</summary>
    private sealed class SaidSerializer(ExtendedActorSystem system) : Serializer(system)
    {
        public override int Identifier => 7_788;

        public override bool IncludeManifest => false;

        public override byte[] ToBinary(object obj) => ((Said)obj).Bytes;

        public override object FromBinary(byte[] bytes, Type type) => new Said(bytes);
    }
}
