using System.Text;

namespace NasEngine.Pipeline.Workspaces;

/// <summary>Follows the log of a search line by line as they are written. Used from one thread at a time.</summary>
/// <param name="workspace">The workspace.</param>
public sealed class LogTail(string workspace)
{
    private string _path = "";
    private long _read;

    /// <summary>Whether the file of a search is another, or of another length, than what was read.</summary>
    /// <param name="search">Its name, which may change on the way.</param>
    public bool HasNews(string search) => SearchLog.PathOf(workspace, search) is var path
        && new FileInfo(path) is { Exists: true } file && (path != _path || file.Length != _read);

    /// <summary>The lines that were written since it was asked last; the half of one is left for the next time.</summary>
    /// <param name="search">The name of the search, which may change on the way: its log goes along.</param>
    public IReadOnlyList<LogLine> Next(string search)
    {
        _path = SearchLog.PathOf(workspace, search);
        try
        {
            using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Position = _read = file.Length < _read ? 0 : _read;
            var bytes = new byte[file.Length - _read];
            var whole = bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            whole = whole[..(whole.LastIndexOf((byte)'\n') + 1)];
            _read += whole.Length;
            return SearchLog.Lines(Encoding.UTF8.GetString(whole));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
