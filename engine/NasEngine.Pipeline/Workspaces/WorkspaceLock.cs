using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workspaces;

/// <summary>
/// One process writes to a workspace at a time. The lock is the kernel's, on an open file: it ends with the process,
/// however that ends.
/// </summary>
public sealed class WorkspaceLock : IDisposable
{
    private readonly FileStream _held;

    private WorkspaceLock(FileStream held) => _held = held;

    /// <summary>Takes the lock of a workspace.</summary>
    /// <exception cref="InputException">Another process holds it (its number is in the message), or the folder cannot be written.</exception>
    public static WorkspaceLock Take(string workspace)
    {
        var owner = Path.Combine(workspace, "lock.pid");
        try
        {
            Directory.CreateDirectory(workspace);
            return Hold(new FileStream(Path.Combine(workspace, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), owner);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"The workspace '{workspace}' cannot be written: {problem.Message}", problem);
        }
        catch (IOException problem) when (File.Exists(owner) && IsHeld(workspace))
        {
            throw new InputException(InUse(workspace, File.ReadAllText(owner).Trim()), problem);
        }
        catch (IOException problem)
        {
            throw new InputException($"The workspace '{workspace}' cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>Whether some process holds the lock.</summary>
    public static bool IsHeld(string workspace)
    {
        var path = Path.Combine(workspace, "lock");
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private static string Own => Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    private static string InUse(string workspace, string process) => process == Own
        ? $"The workspace '{workspace}' is in use by another search of this recipe; searches of one workspace run one after another: await each before the next."
        : $"The workspace '{workspace}' is in use by process {process}; wait for it, stop it, or give another --workspace.";

    private static WorkspaceLock Hold(FileStream held, string owner)
    {
        try
        {
            File.WriteAllText(owner, Own);
            return new WorkspaceLock(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }
}
