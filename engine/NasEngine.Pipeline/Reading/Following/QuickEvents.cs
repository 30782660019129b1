using System.Runtime.CompilerServices;
using System.Text;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Add(EventScan scan, SearchFollower follower)
    {
        var kind = scan.Kind;
        try
        {
            return kind.SequenceEqual("measured"u8) ? scan.Version == 1 && Measured(scan, follower)
                : kind.SequenceEqual("proposed"u8) ? scan.Version is >= 1 and <= NewestProposal && Proposed(scan, follower)
                : kind.SequenceEqual("observed"u8) && scan.Version == 1 && Observed(scan, follower);
        }
        catch (Exception problem) when (problem is MessagePackSerializationException or EndOfStreamException or IndexOutOfRangeException
            or ArgumentOutOfRangeException or OverflowException)
        {
            throw new InputException($"A journal entry of kind '{scan.Entry.Kind}' cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>A measurement that did not fail: its metrics alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Measured(EventScan scan, SearchFollower follower)
    {
        var reader = new PackedSpan(scan.Payload.Span);
        var parts = reader.Array();
        var number = reader.Whole();
        var members = reader.Array();
        _payload.Numbers(ref reader);
        reader.Skip();
        if (members < 3 || !reader.TryNil())
        {
            return false;
        }

        Skip(ref reader, int.MaxValue, members - 3);
        follower.Measured(number, DateTimeOffset.FromUnixTimeMilliseconds(scan.At), _payload.Named, parts < 3 ? default : By(ref reader));
        return true;
    }

    private static WorkedBy By(ref PackedSpan reader)
    {
        var parts = reader.TryNil() ? 0 : reader.Array();
        return parts < 2 ? default : new WorkedBy(reader.Int(), reader.Number()) { Node = parts < 3 ? 0 : reader.Whole() };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Observed(EventScan scan, SearchFollower follower)
    {
        var reader = new PackedSpan(scan.Payload.Span);
        reader.Array();
        var number = reader.Whole();
        _payload.Numbers(ref reader);
        follower.Observed(number, DateTimeOffset.FromUnixTimeMilliseconds(scan.At), _payload.Named);
        return true;
    }

    /// <summary>A trial: its architecture and how much it spends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Proposed(EventScan scan, SearchFollower follower)
    {
        var reader = new PackedSpan(scan.Payload.Span);
        reader.Array();
        var number = reader.Whole();
        reader.Array();
        if (reader.Int() != 0)
        {
            return false;
        }

        var members = reader.Array();
        var length = reader.Array();
        _values = _values.Length == length ? _values : new int[length];
        for (var place = 0; place < length; place++)
        {
            _values[place] = reader.Int();
        }

        follower.Proposed(
            number, DateTimeOffset.FromUnixTimeMilliseconds(scan.At), _values, FidelityOf(ref reader, members - 1));
        return true;
    }

    /// <summary>
    /// Members in the order of <see cref="Records.TrialRecord"/>; those that earlier programs did not write are as they meant.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Fidelity FidelityOf(ref PackedSpan reader, int members)
    {
        double? epochs = reader.TryNil() ? null : reader.Number();
        var share = reader.Number();
        Skip(ref reader, 3, members - 2);
        int? resolution = members < 6 || reader.TryNil() ? null : reader.Int();
        var estimator = members < 7 ? null : Estimator(ref reader);
        var before = members < 8 ? 0 : reader.Number();
        var now = _fidelity;
        if (now.Epochs != epochs || now.DataFraction != share || now.Resolution != resolution || now.Estimator != estimator
            || now.PriorEpochs != before)
        {
            _fidelity = new Fidelity(epochs, share, resolution, estimator) { PriorEpochs = before };
        }

        return _fidelity;
    }

    private static string? Estimator(ref PackedSpan reader) => reader.TryNil() ? null : Encoding.UTF8.GetString(reader.Text());

    private static void Skip(ref PackedSpan reader, int wanted, int there)
    {
        for (var place = 0; place < Math.Min(wanted, there); place++)
        {
            reader.Skip();
        }
    }
}
