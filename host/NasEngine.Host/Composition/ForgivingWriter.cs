using System.Text;

namespace NasEngine.Host.Composition;

/// <summary>Writes as long as it can, and then drops what it is given.</summary>
internal sealed class ForgivingWriter(TextWriter inner) : TextWriter
{
    private bool _ended;

    /// <summary>Why what was printed did not arrive; null while it did, or where there is nothing to print to.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => inner.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (_ended)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            (_ended, Problem) = (true, refused is IOException ? refused.Message : null);
        }
    }
}
