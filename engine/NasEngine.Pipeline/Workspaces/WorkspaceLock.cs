using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workspaces;

/// <summary>
/// One process writes to a workspace at a time. The lock is the kernel's, on an open file: it ends with the process,
/// however that ends. A file beside it has the process's number and, on lines of their own, the searches that it runs.
/// </summary>
public sealed class WorkspaceLock : IDisposable
{
    private const int Looks = 50;

    private readonly FileStream _held;
    private readonly string _owner;
    private readonly List<string> _running = [];

    private WorkspaceLock(FileStream held, string owner) => (_held, _owner) = (held, owner);

    /// <summary>Takes the lock of a workspace.</summary>
    /// <exception cref="InputException">
    /// Another process holds it (its number is in the message), or the folder cannot be written.
    /// </exception>
    public static WorkspaceLock Take(string workspace) => Take(workspace, () => { });

    /// <summary>As <see cref="Take(string)"/>; <paramref name="refused"/> is called whenever somebody else has the file.</summary>
    internal static WorkspaceLock Take(string workspace, Action refused)
    {
        var owner = OwnerOf(workspace);
        try
        {
            Directory.CreateDirectory(workspace);
            return Hold(Open(Path.Combine(workspace, "lock"), refused), owner);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"The workspace '{workspace}' cannot be written: {problem.Message}", problem);
        }
        catch (IOException problem) when (File.Exists(owner) && IsHeld(workspace))
        {
            throw new InputException(
                $"The workspace '{workspace}' is in use by process {Holder(workspace)}; wait for it, stop it, or "
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

    /// <summary>Whether the process that holds the lock runs this search.</summary>
    public static bool Runs(string workspace, string search) =>
        IsHeld(workspace) && (Lines(workspace) is not [_, .. { Length: > 0 } running] || running.Contains(search));

    /// <summary>Tells readers that the process runs a search, until it is disposed of. Safe from several threads.</summary>
    public IDisposable Running(string search)
    {
        Tell(running => running.Add(search));
        return new Told(this, search);
    }

    private void Tell(Action<List<string>> change)
    {
        try
        {
            lock (_running)
            {
                change(_running);
                Write(_owner, _running);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A full disk is the search's own affair, which waits for room; this is for those who look on.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    /// <summary>A reader that looks whether the lock is held has it for a moment; that is no reason to refuse a writer.</summary>
    private static FileStream Open(string file, Action refused)
    {
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (wait.Count < Looks)
            {
                refused();
                wait.SpinOnce();
            }
        }
    }

    private static WorkspaceLock Hold(FileStream held, string owner)
    {
        try
        {
            Write(owner, []);
            return new WorkspaceLock(held, owner);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static string OwnerOf(string workspace) => Path.Combine(workspace, "lock.pid");

    private static string Holder(string workspace) => Lines(workspace) switch
    {
        [var process, { Length: > 0 } search] => $"{process}, which runs search '{search}'",
        [var process, { Length: > 0 }, ..] several => $"{process}, which runs searches '{string.Join("', '", several[1..])}'",
        [var process, ..] => process,
        [] => "of an unknown number",
    };

    private static string[] Lines(string workspace)
    {
        try
        {
            return File.ReadAllLines(OwnerOf(workspace));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Write(string owner, IReadOnlyCollection<string> searches)
    {
        var (aside, running) = (owner + ".part", string.Join('\n', searches));
        File.WriteAllText(aside, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{running}\n"));
        File.Move(aside, owner, overwrite: true);
    }

    private sealed class Told(WorkspaceLock held, string search) : IDisposable
    {
        public void Dispose() => held.Tell(running => running.Remove(search));
    }
}
