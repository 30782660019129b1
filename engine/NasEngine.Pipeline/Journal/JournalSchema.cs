namespace NasEngine.Pipeline.Journal;

/// <summary>The tables of a workspace's journal.</summary>
internal static class JournalSchema
{
    /// <summary>
    /// Kept in <c>PRAGMA user_version</c>; a journal with a greater one is refused. In version 1 the chain of events began
    /// with 0; since version 2 it begins with a hash of the search; since version 4 a search may go on with another
    /// definition. There is no 3: it is what one flipped bit makes of 2.
    /// </summary>
    public const int Version = 4;

    /// <summary>First version whose chains begin with <see cref="EntryChain.First"/>.</summary>
    public const int ChainsFromSearch = 2;

    /// <summary>
    /// First version in which a search may go on with another definition; one before it becomes this where its chains allow.
    /// </summary>
    public const int ChangesDefinitions = 4;

    public const string Create = """
        CREATE TABLE searches (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            spec BLOB NOT NULL,
            origin BLOB NOT NULL,
            created INTEGER NOT NULL,
            seconds REAL NOT NULL DEFAULT 0,
            state TEXT NOT NULL DEFAULT 'searching') STRICT;
        CREATE TABLE events (
            search INTEGER NOT NULL REFERENCES searches(id),
            seq INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            payload BLOB NOT NULL,
            link INTEGER NOT NULL,
            PRIMARY KEY (search, seq)) STRICT, WITHOUT ROWID;
        CREATE TABLE snapshots (
            search INTEGER NOT NULL REFERENCES searches(id),
            seq INTEGER NOT NULL,
            state BLOB NOT NULL,
            strategy BLOB NOT NULL,
            link INTEGER NOT NULL,
            PRIMARY KEY (search, seq)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Number of a search that has events and is not there, if any; looks at one event per search.</summary>
    public const string EventsWithoutSearch = """
        WITH RECURSIVE has(search) AS (
            SELECT min(search) FROM events
            UNION ALL
            SELECT (SELECT min(search) FROM events WHERE search > has.search) FROM has WHERE has.search IS NOT NULL)
        SELECT search FROM has WHERE search IS NOT NULL AND search NOT IN (SELECT id FROM searches) LIMIT 1
        """;

    /// <summary>Whether these definitions, as SQLite keeps them, are those of all tables, in order.</summary>
    public static bool IsMadeOf(string definitions) => Words(definitions).SequenceEqual(Words(Create));

    private static string[] Words(string definitions) =>
        definitions.Replace(';', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
