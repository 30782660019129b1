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
    /// <exception cref="InputException">
    /// Another process holds it (its number is in the message), or the folder cannot be written.
    /// </exception>
    public static WorkspaceLock Take(string workspace)
    {
        var owner = Path.Combine(workspace, "lock.pid");
        try
        {
            Directory.CreateDirectory(workspace);
            var file = Path.Combine(workspace, "lock");
            return Hold(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), owner);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"The workspace '{workspace}' cannot be written: {problem.Message}", problem);
        }
        catch (IOException problem) when (File.Exists(owner) && IsHeld(workspace))
        {
            throw new InputException(
                $"The workspace '{workspace}' is in use by process {File.ReadAllText(owner).Trim()}; wait for it, stop it, or "
                + "give another --workspace.", problem);
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

    private static WorkspaceLock Hold(FileStream held, string owner)
    {
        try
        {
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new WorkspaceLock(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }
}
