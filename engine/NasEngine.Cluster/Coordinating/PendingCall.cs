using NasEngine.Cluster.Messages;
using NasEngine.Contracts;

namespace NasEngine.Cluster.Coordinating;

/// <summary>A message to a slot that is not answered yet.</summary>
internal sealed record PendingCall(ToSlot Message, IJobProgress? Progress)
{
    /// <summary>The answer to come.</summary>
    public TaskCompletionSource<FromSlot> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Beats of the node since it was sent that do not know of it.</summary>
    public int Missed { get; set; }
}
