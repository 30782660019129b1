namespace NasEngine.Pipeline.Workers.Protocol;

/// <summary>Numbers of jobs: each side of a connection that passes jobs on has its own.</summary>
public static class JobNumbers
{
    /// <summary>The same job under another number; <see cref="Configure"/> always has its own.</summary>
    public static IToWorker Numbered(this IToWorker message, long job) => message switch
    {
        Assign one => one with { Job = job },
        SaveState one => one with { Job = job },
        RestoreState one => one with { Job = job },
        ProfileNetwork one => one with { Job = job },
        ExportNetwork one => one with { Job = job },
        Help one => one with { Job = job },
        Cancel one => one with { Job = job },
        _ => message,
    };
}
