namespace NasEngine.Faults;

/// <summary>A workspace of its own for one search, and runs of the program in it.</summary>
internal sealed class Sandbox : IDisposable
{
    /// <summary>Folder of compiled recipes and copies of plugins, shared by all sandboxes of this process.</summary>
    public static readonly Lazy<string> Cache = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("nas-cache-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        return folder;
    });

    private readonly string[] _run;

    /// <summary>A sandbox in which <see cref="Run"/> runs this.</summary>
    public Sandbox(params string[] run)
        : this(null, run)
    {
    }

    /// <summary>A sandbox with a workspace at a given place, which stays.</summary>
    public Sandbox(string? workspace, string[] run)
    {
        _run = run;
        Own = Directory.CreateTempSubdirectory("nas-faults-").FullName;
        Workspace = workspace ?? Path.Combine(Own, "workspace");
    }

    /// <summary>A folder that goes with the sandbox.</summary>
    public string Own { get; }

    public string Workspace { get; }

    public string Journal => Path.Combine(Workspace, "journal.db");

    /// <summary>What command lines of the program begin with.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];

    /// <summary>Starts the program in this workspace.</summary>
    public NasProcess Start(params string[] arguments) => new(Cache.Value, [.. arguments, "--workspace", Workspace], Through);

    /// <summary>Starts the search.</summary>
    public NasProcess Run() => Start(["run", .. _run]);

    /// <summary>Runs the search to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public Sandbox Finish()
    {
        using var process = Run();
        var code = process.Exit();
        return code == 0 ? this : throw new InvalidOperationException($"nas ended with {code}. It wrote: {process.Errors}");
    }

    /// <summary>What <c>nas show</c> says of it.</summary>
    public Story Show(string search, params string[] further)
    {
        using var process = Start(["show", search, "--json", .. further]);
        return process.Exit() == 0
            ? Story.Parse(process.Output)
            : throw new InvalidOperationException($"nas show failed. It wrote: {process.Errors}");
    }

    public void Dispose() => Delete(Own);

    /// <summary>A worker whose coordinator was killed may still be writing when this begins.</summary>
    private static void Delete(string folder) => SpinWait.SpinUntil(
        () =>
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        },
        TimeSpan.FromSeconds(30));
}
