using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Pipeline.Journal;

/// <summary>
/// Keeps events in memory, for tests and for searches that nobody needs again. As the bytes that a journal would have: a tenth of the
/// memory, and nothing in it for a garbage collection to follow.
/// </summary>
/// <param name="space">Id of the space of the search.</param>
public sealed class MemoryEventLog(string space) : IEventLog
{
    private readonly Lock _lock = new();
    private readonly MemoryStream _written = new();

    /// <inheritdoc/>
    public void Append(Commit commit)
    {
        lock (_lock)
        {
            using var writer = new BinaryWriter(_written, System.Text.Encoding.UTF8, leaveOpen: true);
            foreach (var entry in commit.Events.Select(EventCodec.Encode))
            {
                writer.Write(entry.Kind);
                writer.Write(entry.Version);
                writer.Write(entry.Payload.Length);
                writer.Write(entry.Payload);
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerable<(Candidate Candidate, Measurement Measurement)> StepsAfter(long number)
    {
        lock (_lock)
        {
            return [.. MeasuredSteps.Of(Read(_written.ToArray()), number)];
        }
    }

    private IEnumerable<SearchEvent> Read(byte[] written)
    {
        using var reader = new BinaryReader(new MemoryStream(written));
        while (reader.BaseStream.Position < written.Length)
        {
            var (kind, version) = (reader.ReadString(), reader.ReadInt32());
            yield return EventCodec.Decode(new JournalEntry(kind, version, reader.ReadBytes(reader.ReadInt32())), space);
        }
    }
}
