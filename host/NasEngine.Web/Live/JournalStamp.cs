namespace NasEngine.Web.Live;

/// <summary>Sizes and times of a journal's files: while they stay, nothing was committed.</summary>
/// <param name="Journal">Of the journal.</param>
/// <param name="Log">Of its log.</param>
internal readonly record struct JournalStamp((long Length, DateTime Written) Journal, (long Length, DateTime Written) Log)
{
    /// <summary>How long after a write another one may have left no trace in the times.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);

    /// <summary>Those of a workspace now.</summary>
    public static JournalStamp Of(string workspace) =>
        new(Look(Path.Combine(workspace, "journal.db")), Look(Path.Combine(workspace, "journal.db-wal")));

    /// <summary>Whether what was read at a time, when the files had this stamp, is all that is there as long as they have it.</summary>
    public bool Covers(DateTimeOffset read) =>
        read - Grain > new DateTimeOffset(Journal.Written > Log.Written ? Journal.Written : Log.Written);

    private static (long, DateTime) Look(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;
}
