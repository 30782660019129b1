using System.Globalization;
using NasEngine.Search;

namespace NasEngine.Host.Output;

/// <summary>What a candidate is called. A winner's trainings from further seeds have numbers of their own, far above all others.</summary>
internal static class CandidateText
{
    /// <summary><c>candidate 40</c>, or <c>candidate 40, seed 2</c> of a winner's second training.</summary>
    /// <param name="number">Its number.</param>
    public static string Of(long number) => SearchState.OfSeed(number) is { Seed: > 0 } further
        ? string.Create(CultureInfo.InvariantCulture, $"candidate {further.Number}, seed {further.Seed + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"candidate {number}");
}
