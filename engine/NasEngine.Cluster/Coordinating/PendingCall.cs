using NasEngine.Cluster.Messages;
using NasEngine.Contracts;

namespace NasEngine.Cluster.Coordinating;

/// <summary>A message to a slot that is not answered yet.</summary>
/// <param name="message">The message.</param>
/// <param name="key">The name of the work, see <see cref="JobKeys"/>; null where it has none.</param>
/// <param name="progress">Who is told how far it is.</param>
internal sealed class PendingCall(ToSlot message, string? key, IJobProgress? progress)
{
    /// <summary>The message, with the lease and the slot that it goes to. The coordinator's actor sets it.</summary>
    public ToSlot Message { get; set; } = message;

    /// <summary>Whether it is on its way.</summary>
    public bool IsSent => Message.Lease != 0;

    /// <summary>The name of the work.</summary>
    public string? Key => key;

    /// <summary>Who is told how far it is.</summary>
    public IJobProgress? Progress => progress;

    /// <summary>The answer to come.</summary>
    public TaskCompletionSource<FromSlot> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Beats of the node since it was sent that do not know of it.</summary>
    public int Missed { get; set; }
}
