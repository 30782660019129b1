using NasEngine.Cluster.Messages;

namespace NasEngine.Cluster.Nodes;

/// <summary>A job of a slot.</summary>
/// <param name="number">Its number under the lease that it came with.</param>
/// <param name="key">Its name, see <see cref="JobKeys"/>; null where no other lease may ask for it.</param>
internal sealed class SlotJob(long number, string? key)
{
    /// <summary>Its number under the lease that asks for it now.</summary>
    public long Number { get; set; } = number;

    /// <summary>Its name.</summary>
    public string? Key => key;

    /// <summary>Gives it up.</summary>
    public CancellationTokenSource Cancelled { get; } = new();

    /// <summary>The answer; null while it runs.</summary>
    public FromSlot? Answer { get; set; }

    /// <summary>Whether it went wrong: then whoever asks again has it done again.</summary>
    public bool Failed { get; set; }

    /// <summary>Whether the present lease asked for it.</summary>
    public bool IsAsked { get; set; } = true;
}
