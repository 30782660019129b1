using System.Runtime.InteropServices;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// The columns of the row that a statement of SQLite stands at, asked without what the general road adds to every call: of millions of
/// rows that is most of the time. The statement must live as long as it is asked.
/// </summary>
internal static class StatementRow
{
    private const string Library = "e_sqlite3";

    /// <summary>Goes to the next row; SQLite's result code.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_step")]
    public static extern int Step(IntPtr statement);

    /// <summary>A column as a number.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static extern long Number(IntPtr statement, int column);

    /// <summary>What a column holds: 1 integer, 2 float, 3 text, 4 blob, 5 nothing.</summary>
    [DllImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static extern int Kind(IntPtr statement, int column);

    /// <summary>Copies the bytes of a text or a blob to a place in a buffer, which grows where it must; their number.</summary>
    public static int Copy(IntPtr statement, int column, ref byte[] buffer, int to)
    {
        var (place, length) = (Blob(statement, column), Length(statement, column));
        if (to + length > buffer.Length)
        {
            Array.Resize(ref buffer, 2 * (to + length));
        }

        if (length > 0)
        {
            Marshal.Copy(place, buffer, to, length);
        }

        return length;
    }

    [DllImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    private static extern IntPtr Blob(IntPtr statement, int column);

    [DllImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static extern int Length(IntPtr statement, int column);
}
