namespace NasEngine.Faults;

/// <summary>What became of a search that a fault was put into. All is well when the last three are zero.</summary>
/// <param name="Fault">What was done to it.</param>
/// <param name="Injected">How many times.</param>
/// <param name="Lost">Finished trials that were not in the journal later on.</param>
/// <param name="Duplicated">Trials with more than one result.</param>
/// <param name="Differing">Parts of the outcome that differ from that of the undisturbed search.</param>
internal sealed record FaultRow(string Fault, int Injected, int Lost, int Duplicated, int Differing)
{
    /// <summary>Two rounds of one fault together.</summary>
    public FaultRow Plus(FaultRow other) => this with
    {
        Injected = Injected + other.Injected,
        Lost = Lost + other.Lost,
        Duplicated = Duplicated + other.Duplicated,
        Differing = Differing + other.Differing,
    };
}
