using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>Says that the threads of a search were chosen by the machine: its last digits depend on them.</summary>
internal static class ThreadsText
{
    /// <summary>A sentence; null when they were not, or nothing is trained.</summary>
    public static string? Of(SearchSpec spec, int workers, bool areChosenHere) => !areChosenHere || spec.Data is null ? null
        : $"{Count(workers, "worker")} with {Count(spec.Threads, "thread")} each, as there are "
            + $"{Count(Environment.ProcessorCount, "core")}; "
            + "the search keeps to that: last digits depend on it.";

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
