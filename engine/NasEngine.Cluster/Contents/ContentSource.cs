using Akka.Actor;
using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Contents;

/// <summary>Asks the machine of an actor for contents, again where an answer does not come.</summary>
/// <param name="system">The system here.</param>
/// <param name="peer">Any actor of the other machine.</param>
internal sealed class ContentSource(ActorSystem system, IActorRef peer)
{
    private const int Attempts = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A part of a content.</summary>
    /// <exception cref="IOException">The other machine does not answer.</exception>
    public async Task<IClusterMessage> AskAsync(ContentWanted wanted)
    {
        var contents = system.ActorSelection(new RootActorPath(peer.Path.Address) / "user" / ContentActor.Name);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await contents.Ask<IClusterMessage>(wanted, Patience).ConfigureAwait(false);
            }
            catch (AskTimeoutException) when (attempt < Attempts)
            {
                // It was lost on its way, or the other machine is busy.
            }
            catch (AskTimeoutException late)
            {
                throw new IOException($"machine {peer.Path.Address} does not give its files", late);
            }
        }
    }
}
