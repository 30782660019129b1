namespace NasEngine.Pipeline.Workers.Processes;

/// <summary>The last lines that a worker wrote to its error stream: often the only word of a native crash.</summary>
internal sealed class WorkerErrors
{
    private const int Kept = 5;

    private readonly Queue<string> _lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line.Trim());
            if (_lines.Count > Kept)
            {
                _lines.Dequeue();
            }
        }
    }

    public string Explain(string sentence)
    {
        lock (_lines)
        {
            return _lines.Count == 0 ? sentence + "." : $"{sentence}; it last wrote: {string.Join(" | ", _lines)}.";
        }
    }
}
