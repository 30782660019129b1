using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using MessagePack;

namespace NasEngine.Cluster.Messages;

/// <summary>The one serializer of the messages of nodes and coordinator.</summary>
internal sealed class ClusterSerializer(ExtendedActorSystem system) : Serializer(system)
{
    /// <inheritdoc/>
    public override int Identifier => 7_788;

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) => ClusterBytes.Write((IClusterMessage)obj);

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type type)
    {
        try
        {
            return ClusterBytes.Read(bytes);
        }
        catch (MessagePackSerializationException problem)
        {
            throw new SerializationException("What came is no message of a node or of a coordinator.", problem);
        }
    }
}
