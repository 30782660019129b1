using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace NasEngine.Cluster.Messages;

/// <summary>
/// In the place of serializers that make objects of whatever type the bytes name: nothing goes out by it, and nothing comes in.
/// </summary>
internal sealed class RefusingSerializer(ExtendedActorSystem system) : Serializer(system)
{
    /// <summary>Where the serializer in whose place it is has settings.</summary>
    public RefusingSerializer(ExtendedActorSystem system, Config _)
        : this(system)
    {
    }

    /// <inheritdoc/>
    public override int Identifier => 7_789;

    /// <inheritdoc/>
    public override bool IncludeManifest => false;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj) => throw new SerializationException($"{obj.GetType()} is no message of the cluster.");

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, Type type) =>
        throw new SerializationException("What came is no message of the cluster.");
}
