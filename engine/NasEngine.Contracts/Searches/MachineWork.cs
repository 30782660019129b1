namespace NasEngine.Contracts;

/// <summary>Work of a search that a machine may be chosen for; see <see cref="WorkPlaces"/>.</summary>
public enum MachineWork
{
    /// <summary>Reads what the search reads, to say what is in it. Any machine does.</summary>
    Inputs,

    /// <summary>Trains and measures a trial.</summary>
    Trials,

    /// <summary>A step of a supernet, or a part of one.</summary>
    Steps,

    /// <summary>Trains and measures a winner.</summary>
    Finals,

    /// <summary>Measures a latency.</summary>
    Latency,
}
