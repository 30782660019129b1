namespace NasEngine.Contracts;

/// <summary>
/// Which machines may do what of a search: those that have all tags of that kind of work. None of them says nothing, and any machine may.
/// What is found does not depend on it, but for the latency that a machine has.
/// </summary>
public sealed record WorkPlaces
{
    /// <summary>Every machine may do everything.</summary>
    public static WorkPlaces Anywhere { get; } = new();

    /// <summary>Tags for trials.</summary>
    public MachineTags Trials { get; init; } = MachineTags.None;

    /// <summary>Tags for the steps of a supernet.</summary>
    public MachineTags Steps { get; init; } = MachineTags.None;

    /// <summary>Tags for the training of winners.</summary>
    public MachineTags Finals { get; init; } = MachineTags.None;

    /// <summary>Tags for measurements of latency; none leaves them where the network was trained.</summary>
    public MachineTags Latency { get; init; } = MachineTags.None;

    /// <summary>Tags for a kind of work.</summary>
    public MachineTags Of(MachineWork kind) => kind switch
    {
        MachineWork.Trials => Trials,
        MachineWork.Steps => Steps,
        MachineWork.Finals => Finals,
        MachineWork.Latency => Latency,
        _ => MachineTags.None,
    };
}
