using System.Globalization;

namespace NasEngine.Host.Output;

/// <summary>What a candidate is called. A winner's trainings from further seeds have numbers of their own, far above all others.</summary>
internal static class CandidateText
{
    private const int SeedShift = 32;

    /// <summary><c>candidate 40</c>, or <c>candidate 40, seed 2</c> of a winner's second training.</summary>
    /// <param name="number">Its number, as <see cref="Search.SearchState.FinalNumber"/> makes that of a winner.</param>
    public static string Of(long number) => number >> SeedShift is > 0 and var seed
        ? string.Create(CultureInfo.InvariantCulture, $"candidate {number & uint.MaxValue}, seed {seed + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"candidate {number}");
}
