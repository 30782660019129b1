namespace NasEngine.Pipeline.Journal;

/// <summary>An event as the journal holds it.</summary>
/// <param name="Kind">Short manifest name; never a type name.</param>
/// <param name="Version">Version of the payload's layout, from 1.</param>
/// <param name="Payload">MessagePack.</param>
public sealed record JournalEntry(string Kind, int Version, byte[] Payload);
