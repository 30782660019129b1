using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>Says that the threads of a search were chosen by the machine: its last digits depend on them.</summary>
internal static class ThreadsText
{
    /// <summary>A sentence; null when they were not, or nothing is trained.</summary>
    public static string? Of(SearchSpec spec, int workers, bool areChosenHere) => !areChosenHere || spec.Data is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{workers} worker{Plural(workers)} with {spec.Threads} thread{Plural(spec.Threads)} each, as there are {Environment.ProcessorCount} cores; "
        + $"the search keeps to that: last digits depend on it.");

    private static string Plural(int count) => count == 1 ? "" : "s";
}
