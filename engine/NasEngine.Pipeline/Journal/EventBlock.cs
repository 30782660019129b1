using System.Runtime.CompilerServices;
using static SQLitePCL.raw;

namespace NasEngine.Pipeline.Journal;

/// <summary>Rows of events one after another in buffers that are used again and again.</summary>
internal sealed class EventBlock
{
    private const int Most = 4096;
    private const int NumbersOfRow = 5;
    private const int FirstRows = 32;
    private const int FirstBytes = 128 * FirstRows;

    private long[] _numbers = new long[NumbersOfRow * FirstRows];
    private int[] _ends = new int[2 * FirstRows];
    private byte[] _bytes = new byte[FirstBytes];
    private int _length;

    /// <summary>Rows in it.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it takes no more, and more may come after it.</summary>
    public bool IsFull => Count == Most;

    /// <summary>Why nothing comes after its rows; null where the reading went well.</summary>
    public Exception? Problem { get; set; }

    /// <summary>
    /// Numbers of a row: its place, its time, the version of its layout, its link, and 1 where its columns are what they should be.
    /// </summary>
    public ReadOnlySpan<long> Numbers(int row) => _numbers.AsSpan(NumbersOfRow * row, NumbersOfRow);

    /// <summary>The kind of a row, UTF-8.</summary>
    public ReadOnlySpan<byte> Kind(int row) => _bytes.AsSpan(Start(row), _ends[2 * row] - Start(row));

    /// <summary>The bytes of a row.</summary>
    public ReadOnlyMemory<byte> Payload(int row) => _bytes.AsMemory(_ends[2 * row], _ends[2 * row + 1] - _ends[2 * row]);

    /// <summary>Empties it.</summary>
    public void Clear() => (Count, _length, Problem) = (0, 0, null);

    /// <summary>Adds the row that a statement stands at, whose columns are <see cref="EventRow.Columns"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(IntPtr row)
    {
        if (2 * Count == _ends.Length)
        {
            Array.Resize(ref _numbers, 2 * _numbers.Length);
            Array.Resize(ref _ends, 2 * _ends.Length);
        }

        var numbers = _numbers.AsSpan(NumbersOfRow * Count, NumbersOfRow);
        (numbers[0], numbers[1]) = (StatementRow.Number(row, 0), StatementRow.Number(row, 1));
        (numbers[2], numbers[3]) = (StatementRow.Number(row, 3), StatementRow.Number(row, 5));
        numbers[4] = StatementRow.Kind(row, 2) == SQLITE_TEXT && StatementRow.Kind(row, 4) == SQLITE_BLOB ? 1 : 0;
        _ends[2 * Count] = _length += StatementRow.Copy(row, 2, ref _bytes, _length);
        _ends[2 * Count + 1] = _length += StatementRow.Copy(row, 4, ref _bytes, _length);
        Count++;
    }

    private int Start(int row) => row == 0 ? 0 : _ends[2 * row - 1];
}
