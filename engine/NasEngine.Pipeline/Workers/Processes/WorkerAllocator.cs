using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>
/// The malloc of worker processes. glibc's gives large blocks back to the kernel in every training step and takes them anew,
/// cleared; tcmalloc keeps them, which takes about a fifth off a step.
/// </summary>
/// <param name="Library">The library that is loaded before all others, or null for the C library's own malloc.</param>
/// <param name="Reason">Why it is this one.</param>
public sealed record WorkerAllocator(string? Library, string Reason)
{
    /// <summary>The variable of the environment that names another library, or <c>none</c>.</summary>
    public const string Variable = "NASENGINE_ALLOCATOR";

    private const string None = "none";
    private const string Preferred = "libtcmalloc_minimal.so.4";

    private static readonly string[] Folders =
        ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib"];

    /// <summary>The one that workers of this process get.</summary>
    /// <exception cref="InputException">The variable names a file that is not there.</exception>
    public static WorkerAllocator Find() => Find(Environment.GetEnvironmentVariable(Variable), Folders);

    internal static WorkerAllocator Find(string? named, IReadOnlyList<string> folders) => named switch
    {
        None => new WorkerAllocator(null, $"{Variable} is '{None}'"),
        { Length: > 0 } => File.Exists(named)
            ? new WorkerAllocator(Path.GetFullPath(named), $"{Variable} names it")
            : throw new InputException(
                $"{Variable} is '{named}', and there is no such file; name a library with a malloc, or '{None}', or unset it."),
        _ => folders.Select(folder => Path.Combine(folder, Preferred)).FirstOrDefault(File.Exists) is { } library
            ? new WorkerAllocator(library, "it is installed")
            : new WorkerAllocator(null, $"{Preferred} is not installed; 'apt-get install libtcmalloc-minimal4' makes training faster"),
    };
}
