using System.Diagnostics.Metrics;
using NasEngine.Contracts;
using NasEngine.Host.Telemetry;
using NasEngine.Host.Tests.Programs;
using NasEngine.Search;

namespace NasEngine.Host.Tests.Telemetry;

/// <summary>What a search counts for machines.</summary>
public sealed class SearchMeterTests : IDisposable
{
    private readonly SteppedClock _clock = new();
    private readonly MeterListener _listener = new();
    private readonly List<string> _counted = [];
    private readonly SearchMeter _meter;

    public SearchMeterTests()
    {
        var name = $"a search of {Guid.NewGuid()}";
        _listener.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(name, instrument, value, tags.ToArray()));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(name, instrument, value, tags.ToArray()));
        _listener.Start();
        _meter = new SearchMeter(name, _clock);
    }

    public void Dispose()
    {
        _meter.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public void Candidates_are_counted_by_how_they_ended_and_timed_from_their_proposal()
    {
        var state = Go(new SearchState(MadeSearch.Spec("one")));
        state = Go(state.Apply(MadeSearch.Proposed(0, 1)).Apply(MadeSearch.Proposed(1, 2)));
        _clock.Advance(TimeSpan.FromSeconds(3));
        state = Go(state.Apply(MadeSearch.Measured(0, 0.5, 1e6)).Apply(Told(0)));
        state = Go(state.Apply(new AttemptFailed(1, 1, "killed")));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Go(state.Apply(new Measured(1, Measurement.Failed(FailureKind.NotANumber, "NaN"))).Apply(Told(1)));

        _counted.Should().Equal(
            "nas.candidate.duration 3", "nas.candidates 1 measured", "nas.attempts.lost 1", "nas.candidate.duration 7", "nas.candidates 1 failed");
    }

    [Fact]
    public void A_run_that_goes_on_counts_what_it_does_itself()
    {
        var before = new SearchState(MadeSearch.Spec("one")).Apply(MadeSearch.Proposed(0, 1)).Apply(MadeSearch.Measured(0, 0.5, 1e6)).Apply(Told(0))
            .Apply(MadeSearch.Proposed(1, 2));
        Go(before);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Go(before.Apply(MadeSearch.Measured(1, 0.5, 1e6)).Apply(Told(1)));

        _counted.Should().Equal(["nas.candidates 1 measured"], "nobody saw when the second began");
    }

    [Fact]
    public void What_is_under_way_and_the_memory_are_told_when_they_are_asked_for()
    {
        Go(new SearchState(MadeSearch.Spec("one")).Apply(MadeSearch.Proposed(0, 1)).Apply(MadeSearch.Proposed(1, 2)));

        _listener.RecordObservableInstruments();

        _counted.Should().Contain("nas.candidates.in_flight 2").And.ContainSingle(line => line.StartsWith("nas.memory ") && line.EndsWith(" coordinator"));
    }

    [Theory]
    [InlineData("OTEL_SERVICE_NAME=x")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT= ")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:1", "OTEL_SDK_DISABLED=true")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:1", "OTEL_METRICS_EXPORTER=none")]
    public void Nothing_is_sent_where_the_environment_does_not_ask_for_it(params string[] environment)
    {
        var variables = environment.Select(one => one.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        MetricsExport.IsWanted(name => variables.GetValueOrDefault(name)).Should().BeFalse();
    }

    private static Observed Told(long number) => new(number, new SearchState(MadeSearch.Spec("one")).Status);

    private SearchState Go(SearchState state)
    {
        _meter.Changed(state);
        return state;
    }

    /// <summary>The tags beside the name of the search; what other tests count has another name.</summary>
    private void Note<T>(string name, Instrument instrument, T value, KeyValuePair<string, object?>[] tags)
    {
        if (tags.Any(tag => Equals(tag.Value, name)))
        {
            _counted.Add(string.Join(' ', tags.Where(tag => !Equals(tag.Value, name)).Select(tag => $"{tag.Value}").Prepend($"{instrument.Name} {value}")));
        }
    }
}
