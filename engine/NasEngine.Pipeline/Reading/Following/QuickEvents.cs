using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// The events that there are most of, read straight into columns: what <see cref="EventCodec"/> makes of them is built to be kept, and
/// takes several times as long.
/// </summary>
internal static class QuickEvents
{
    private static readonly MessagePackSerializerOptions Safe =
        MessagePackSerializerOptions.Standard.WithSecurity(MessagePackSecurity.UntrustedData);

    /// <summary>Adds an event; false where it is of another kind, and is to be decoded.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static bool Add(EventRow row, SearchFollower follower)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(row.At);
        switch (row.Entry)
        {
            case { Kind: "measured", Version: 1 } when Read<MeasuredRecord>(row) is { Measurement.FailureKind: null } measured:
                follower.Measured(measured.Number, at, measured.Measurement.Metrics);
                return true;
            case { Kind: "observed", Version: 1 } when Read<ObservedRecord>(row) is { } observed:
                follower.Observed(observed.Number, at, observed.Status);
                return true;
            default:
                return false;
        }
    }

    private static T Read<T>(EventRow row)
    {
        try
        {
            return MessagePackSerializer.Deserialize<T>(row.Entry.Payload, Safe);
        }
        catch (MessagePackSerializationException problem)
        {
            throw new InputException($"A journal entry of kind '{row.Entry.Kind}' cannot be read: {problem.Message}", problem);
        }
    }
}
