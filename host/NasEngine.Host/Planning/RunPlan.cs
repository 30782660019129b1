using System.Numerics;
using NasEngine.Contracts;

namespace NasEngine.Host.Planning;

/// <summary>What a search would do, with what a quick measurement says of its times. Times and bytes are estimates.</summary>
/// <param name="Spec">The search.</param>
/// <param name="Size">Architectures of its space.</param>
/// <param name="Macs">Multiply-adds of its costliest architecture; null where nobody knows.</param>
/// <param name="Parameters">Parameters of its largest architecture; null where nobody knows.</param>
/// <param name="Workers">Workers side by side.</param>
/// <param name="Times">What was measured.</param>
internal sealed record RunPlan(SearchSpec Spec, BigInteger Size, double? Macs, double? Parameters, int Workers, WorkTimes Times)
{
    private const double JournalBytes = 300;
    private const double WeightBytes = 4;

    /// <summary>What the workspace has of it: <c>completed</c>, <c>interrupted</c>; null where it has nothing.</summary>
    public string? State { get; init; }

    /// <summary>Trials that the budget comes to; null where it does not say.</summary>
    public double? Trials => Spec.Budget.Trials is { } trials ? trials
        : Spec.Budget.Epochs is { } epochs && Times.Epochs is { } each and > 0 ? Math.Ceiling(epochs / each)
        : null;

    /// <summary>Steps of the supernet.</summary>
    public double? Steps => Spec.Budget.Steps;

    /// <summary>Winners that are trained, or measured with the weights that they have.</summary>
    public int Finals => Spec.Final?.Count ?? 0;

    /// <summary>Trainings of winners: each from as many seeds as are asked for.</summary>
    public int FinalTrainings => Finals * (Spec.Final?.Seeds ?? 1);

    /// <summary>How long it takes in all; null where the budget or the measurement does not say.</summary>
    public TimeSpan? Time
    {
        get
        {
            var search = Sum(Part(Steps, Times.Step, 1), Part(Trials, Times.Trial, Workers));
            search = (search, Spec.Budget.Time?.TotalSeconds) switch
            {
                ({ } known, { } limit) => Math.Min(known, limit),
                (null, var limit) => limit,
                var (known, _) => known,
            };
            var whole = Finals == 0 ? search : Sum(search, Part(FinalTrainings, Times.Final, Workers));
            return whole is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        }
    }

    /// <summary>What it leaves on the disk, bytes: the journal, the winners' weights, and two checkpoints of a supernet.</summary>
    public double Bytes => ((Trials ?? 0) + (Steps ?? 0)) * JournalBytes
        + Finals * (Parameters ?? 0) * WeightBytes
        + 2 * (Times.CheckpointBytes ?? 0);

    /// <summary>Seconds of so many, so many at once; 0 of none, null where one is not known.</summary>
    private static double? Part(double? count, double? each, int atOnce) =>
        count is not { } many ? 0 : each is { } seconds ? Math.Ceiling(many / atOnce) * seconds : null;

    private static double? Sum(double? one, double? other) => (one, other) switch
    {
        (0.0, 0.0) => null,
        var (left, right) => left + right,
    };
}
