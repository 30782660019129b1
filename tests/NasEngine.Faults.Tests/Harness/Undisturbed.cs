using System.Collections.Concurrent;

namespace NasEngine.Faults;

/// <summary>What the faulty parts find when nothing goes wrong, found once per number of trials.</summary>
internal static class Undisturbed
{
    private static readonly ConcurrentDictionary<int, Lazy<Story>> Stories = new();

    /// <summary>The story of a search of so many candidates.</summary>
    public static Story Faulty(int trials = 40) => Stories.GetOrAdd(trials, number => new Lazy<Story>(() =>
    {
        using var sandbox = new Sandbox(Searches.Faulty("--isolation", "inproc", "--set", $"trials={number}")).Finish();
        return sandbox.Show("faulty", "--plugins", Searches.Plugin);
    })).Value;
}
