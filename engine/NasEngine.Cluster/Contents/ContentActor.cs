using Akka.Actor;
using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Contents;

/// <summary>Gives out what is on a shelf.</summary>
internal sealed class ContentActor : ReceiveActor
{
    /// <summary>Its name in every system.</summary>
    public const string Name = "contents";

    public ContentActor(ContentShelf shelf)
    {
        Receive<ContentWanted>(wanted => shelf.ReadAsync(wanted).PipeTo(Sender, Self));
    }
}
