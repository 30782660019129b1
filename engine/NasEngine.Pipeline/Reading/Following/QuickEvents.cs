using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Search;

namespace NasEngine.Pipeline.Reading.Following;

/// <summary>
/// The events that there are most of, read straight into columns: what <see cref="EventCodec"/> makes of them is built to be kept, and
/// takes many times as long.
/// </summary>
internal sealed class QuickEvents
{
    /// <summary>The layouts of proposals whose trials are read here.</summary>
    private const int NewestProposal = 3;

    private readonly PayloadReader _payload = new();
    private int[] _values = [];
    private Fidelity _fidelity = Fidelity.Full;

    /// <summary>Adds an event; false where it is of another kind, and is to be decoded.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public bool Add(EventScan scan, SearchFollower follower)
    {
        var kind = scan.Kind;
        try
        {
            return kind.SequenceEqual("measured"u8) ? scan.Version == 1 && Measured(scan, follower)
                : kind.SequenceEqual("proposed"u8) ? scan.Version is >= 1 and <= NewestProposal && Proposed(scan, follower)
                : kind.SequenceEqual("observed"u8) && scan.Version == 1 && Observed(scan, follower);
        }
        catch (Exception problem) when (problem is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            throw new InputException($"A journal entry of kind '{scan.Entry.Kind}' cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>A measurement that did not fail: its metrics alone.</summary>
    private bool Measured(EventScan scan, SearchFollower follower)
    {
        var reader = new MessagePackReader(scan.Payload);
        var parts = reader.ReadArrayHeader();
        var number = reader.ReadInt64();
        var members = reader.ReadArrayHeader();
        _payload.Numbers(ref reader);
        reader.Skip();
        if (members < 3 || !reader.TryReadNil())
        {
            return false;
        }

        Skip(ref reader, int.MaxValue, members - 3);
        follower.Measured(number, DateTimeOffset.FromUnixTimeMilliseconds(scan.At), _payload.Named, parts < 3 ? default : By(ref reader));
        return true;
    }

    private static WorkedBy By(ref MessagePackReader reader) => reader.TryReadNil() || reader.ReadArrayHeader() < 2
        ? default : new WorkedBy(reader.ReadInt32(), reader.ReadSingle());

    private bool Observed(EventScan scan, SearchFollower follower)
    {
        var reader = new MessagePackReader(scan.Payload);
        reader.ReadArrayHeader();
        var number = reader.ReadInt64();
        _payload.Numbers(ref reader);
        follower.Observed(number, DateTimeOffset.FromUnixTimeMilliseconds(scan.At), _payload.Named);
        return true;
    }

    /// <summary>A trial: its architecture and how much it spends.</summary>
    private bool Proposed(EventScan scan, SearchFollower follower)
    {
        var reader = new MessagePackReader(scan.Payload);
        reader.ReadArrayHeader();
        var number = reader.ReadInt64();
        reader.ReadArrayHeader();
        if (reader.ReadInt32() != 0)
        {
            return false;
        }

        var members = reader.ReadArrayHeader();
        var length = reader.ReadArrayHeader();
        _values = _values.Length == length ? _values : new int[length];
        for (var place = 0; place < length; place++)
        {
            _values[place] = reader.ReadInt32();
        }

        follower.Proposed(
            number, DateTimeOffset.FromUnixTimeMilliseconds(scan.At), _values, FidelityOf(ref reader, members - 1));
        return true;
    }

    /// <summary>
    /// Members in the order of <see cref="Records.TrialRecord"/>; those that earlier programs did not write are as they meant.
    /// </summary>
    private Fidelity FidelityOf(ref MessagePackReader reader, int members)
    {
        double? epochs = reader.TryReadNil() ? null : reader.ReadDouble();
        var share = reader.ReadDouble();
        Skip(ref reader, 3, members - 2);
        int? resolution = members < 6 || reader.TryReadNil() ? null : reader.ReadInt32();
        var estimator = members < 7 ? null : reader.ReadString();
        var before = members < 8 ? 0 : reader.ReadDouble();
        var now = _fidelity;
        if (now.Epochs != epochs || now.DataFraction != share || now.Resolution != resolution || now.Estimator != estimator
            || now.PriorEpochs != before)
        {
            _fidelity = new Fidelity(epochs, share, resolution, estimator) { PriorEpochs = before };
        }

        return _fidelity;
    }

    private static void Skip(ref MessagePackReader reader, int wanted, int there)
    {
        for (var place = 0; place < Math.Min(wanted, there); place++)
        {
            reader.Skip();
        }
    }
}
