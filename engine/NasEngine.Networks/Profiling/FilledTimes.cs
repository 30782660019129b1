using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Times of operations that are measured on this machine, on one thread, as <c>nas profile</c> measures them, the first time that one is
/// asked for, and before all else, whole networks (<see cref="FilledFit"/>). What is measured is kept as a table of its own
/// (<see cref="CostModelSetup.Measured"/>) and is never measured again. Safe from several threads.
/// </summary>
internal sealed class FilledTimes
{

    private readonly LatencyTable? _given;
    private readonly FilledFit? _fit;
    private readonly CostModelSetup _setup;
    private readonly TimeProvider _clock;
    private readonly string _device;
    private readonly string _name;
    private volatile LatencyTable _table;
    private volatile bool _hasAll;

    /// <summary>Measures nothing yet.</summary>
    /// <param name="given">What need not be measured; null for nothing. Its line through whole networks is that of all times.</param>
    /// <param name="setup">Space and device, and where it is kept.</param>
    /// <param name="networks">Whole networks that draw and check a line where no table is given; 0 for no line.</param>
    /// <param name="clock">What times them.</param>
    /// <exception cref="InputException">The table is of another device, or there is no such device here.</exception>
    public FilledTimes(LatencyTable? given, CostModelSetup setup, int networks, TimeProvider clock)
    {
        (_given, _setup, _clock) = (given, setup, clock);
        TorchDevices.Check(setup.Device);
        _device = SpaceProfile.DeviceName(setup.Device, setup.Measured.Machine(setup.Device));
        if (given is not null && given.Device != _device)
        {
            throw new InputException(
                $"{given.Name} has times of {(given.Device is { } other ? $"'{other}'" : "a device that it does not name")}, and Fill "
                + $"= true measures on this one, '{_device}': leave Fill out, or Table.")
            {
                Word = "Fill",
            };
        }

        _name = $"{LatencyTable.CostsId} {_device}";
        _table = With(setup.Measured.Open(_name, new LatencyTable(NoTimes) { Device = _device }.ToBytes()));
        _fit = given is null && networks > 0 && setup.Space is INetworkSpace space ? new FilledFit(setup, space, _device, networks) : null;
    }

    private static ImmutableSortedDictionary<string, double> NoTimes { get; } =
        ImmutableSortedDictionary<string, double>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>All that is known now.</summary>
    public LatencyTable Table => _table;

    /// <summary>Whether all of the space was measured.</summary>
    public bool HasAll => _hasAll;

    /// <summary>From a sum over a network's operations to its latency; the sum itself before anything was measured.</summary>
    public LatencyLine Line => _fit?.Found?.Line ?? _table.Line;

    /// <summary>Mean absolute error of predictions, milliseconds; null where it is not known.</summary>
    public double? Error => _fit?.Found?.Check.Error ?? _table.Error;

    /// <summary>Measures those operations of a network that are not known, together.</summary>
    public void Measure(NetworkSpec network)
    {
        DrawLine();
        if (!network.LatencyKeys().All(_table.Milliseconds.ContainsKey))
        {
            Time(OperationSet.Of(network));
        }
    }

    /// <summary>The sum over the operations of a network, milliseconds; those that are not known are measured.</summary>
    public double Sum(NetworkSpec network)
    {
        Measure(network);
        var table = _table;
        return network.LatencyKeys().Sum(key => table[key]);
    }

    /// <summary>Measures all of the space, in rounds over all of it; see <see cref="OperationSet.Of(INetworkSpace)"/>.</summary>
    public void MeasureAll(INetworkSpace space)
    {
        DrawLine();
        if (!_hasAll)
        {
            Time(OperationSet.Of(space));
            _hasAll = true;
        }
    }

    private void DrawLine()
    {
        if (_fit is { Found: null } fit)
        {
            Time(OperationSet.Of(fit.Networks));
            fit.Measure(_table, ProfileRequest.UsualRounds, _clock);
        }
    }

    private void Time(IReadOnlyCollection<KeyedOperation> operations)
    {
        if (operations.All(operation => _table.Milliseconds.ContainsKey(operation.Key)))
        {
            return;
        }

        _setup.Measured.Extend(_name, kept =>
        {
            _table = With(kept);
            KeyedOperation[] missing = [.. operations.Where(operation => !_table.Milliseconds.ContainsKey(operation.Key))];
            if (missing.Length == 0)
            {
                return null;
            }

            var content = new LatencyTable(Read(kept).Milliseconds.AddRange(Timed(missing))) { Device = _device }.ToBytes();
            _table = With(content);
            return content;
        });
    }

    private ImmutableSortedDictionary<string, double> Timed(KeyedOperation[] missing)
    {
        var device = TorchDevices.Find(_setup.Device);
        var start = _clock.GetTimestamp();
        var times = SpaceProfile.Times(missing, device, ProfileRequest.UsualRounds, _clock);
        var what = missing.Length == 1 ? "operation" : "operations";
        _setup.Measured.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{missing.Length} more {what} of space '{_setup.Space.Decisions.Id}' measured on {_device}: "
            + $"{_clock.GetElapsedTime(start).TotalSeconds:0.##} s."));
        return times;
    }

    private LatencyTable With(ReadOnlyMemory<byte> kept)
    {
        var measured = Read(kept);
        return _given is null ? measured : new LatencyTable(measured.Milliseconds.SetItems(_given.Milliseconds))
        {
            Device = _device,
            Base = _given.Base,
            Scale = _given.Scale,
            Error = _given.Error,
            Name = _given.Name,
        };
    }

    private LatencyTable Read(ReadOnlyMemory<byte> kept) => LatencyTableJson.Read(kept, _name);
}
