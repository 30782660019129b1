namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>
/// What the environment of a worker process has beside that of this one: another malloc; a first generation that is large enough to
/// keep collections, each of which runs the finalizers of many tensors, out of a training step; and threads of an operation that soon
/// sleep instead of spinning, since on a machine with other work the spinning ones keep the slowest from its core. What the user set
/// stays.
/// </summary>
public static class WorkerEnvironment
{
    private const string Preload = "LD_PRELOAD";
    private const string Generation0 = "DOTNET_GCgen0size";
    private const string Generation0Bytes = "0x10000000";
    private const string WaitPolicy = "OMP_WAIT_POLICY";
    private const string Spin = "GOMP_SPINCOUNT";
    private const string Spins = "1000";

    /// <summary>Adds it to the variables of a process that is about to start.</summary>
    public static void Prepare(IDictionary<string, string?> variables, WorkerAllocator allocator)
    {
        if (allocator.Library is { } library)
        {
            // The first library that has a malloc wins, and that is the user's.
            variables[Preload] = Value(variables, Preload) is { Length: > 0 } others ? $"{others}:{library}" : library;
        }

        if (Value(variables, Generation0) is null)
        {
            variables[Generation0] = Generation0Bytes;
        }

        if (Value(variables, WaitPolicy) is null && Value(variables, Spin) is null)
        {
            variables[Spin] = Spins;
        }
    }

    private static string? Value(IDictionary<string, string?> variables, string name) =>
        variables.TryGetValue(name, out var value) ? value : null;
}
