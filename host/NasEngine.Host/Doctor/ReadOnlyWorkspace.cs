using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Doctor;

/// <summary>A workspace that can be read and not written: what is in it is looked at all the same.</summary>
internal static class ReadOnlyWorkspace
{
    /// <summary>What is found in it; null where it can be written.</summary>
    public static IReadOnlyList<Finding>? Of(string workspace)
    {
        try
        {
            using var held = WorkspaceLock.Take(workspace);
            return null;
        }
        catch (InputException refused)
        {
            return
            [
                new Finding(
                    "workspace", true,
                    $"read only ({Clause.Of(refused.Message)}): its searches are listed and shown; to run some, give another "
                    + $"--workspace"),
                .. Searches(workspace),
            ];
        }
    }

    private static IEnumerable<Finding> Searches(string workspace)
    {
        using var journal = SearchJournal.OpenToRead(workspace);
        foreach (var header in journal?.List() ?? [])
        {
            yield return Finding.Of($"search {header.Spec.Name}", () =>
            {
                var reader = new EventReader(journal!, header);
                reader.Check();
                return $"{reader.Sequence} events, all sound";
            });
        }
    }
}
