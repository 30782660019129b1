using System.Security.Cryptography;
using MessagePack;
using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class ParetoFrontTests : IDisposable
{
    private static readonly Objective TwoAxes = new Objective("score", []).Against(MetricNames.Macs);
    private static readonly SearchSpec Spec = ToyParts.Spec() with { Objective = TwoAxes };

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_front_of_a_search_is_what_no_other_trial_beats_each_architecture_once()
    {
        var outcome = await _workspace.RunAsync(Spec);

        var trials = _workspace.Read().Candidates.Select(entry => (
            entry.Candidate.Number, entry.Candidate.Work.Architectures.Single(), Score: entry.Measurement!.Metrics["score"], Macs: entry.Measurement.Metrics["macs"])).ToArray();
        var best = trials.Where(trial => !trials.Any(other =>
            other.Score >= trial.Score && other.Macs <= trial.Macs && (other.Score > trial.Score || other.Macs < trial.Macs)));
        var expected = best.OrderByDescending(trial => trial.Score).ThenBy(trial => trial.Number).DistinctBy(trial => trial.Item2).Select(trial => trial.Number);
        _workspace.Read().Front().Select(member => member.Number).Should().Equal(expected);
        ParetoFront.Once(outcome.State.NonDominated).Should().Equal(_workspace.Read().Front());
    }

    [Fact]
    public async Task Stopped_and_resumed_from_snapshots_with_other_numbers_of_workers_a_search_keeps_the_same_front()
    {
        using var undisturbed = new Workspace();
        var whole = await undisturbed.RunAsync(Spec);
        foreach (var (at, workers) in new[] { (7L, 1), (14, 4), (23, 3), (31, 1) })
        {
            _workspace.Settings = _workspace.Settings with { SnapshotEvery = 5, Workers = workers };
            (await _workspace.RunAsync(Spec, stopAt: at)).Interrupted.Should().BeTrue();
        }

        var resumed = await _workspace.RunAsync(Spec);

        resumed.State.NonDominated.Should().Equal(whole.State.NonDominated);
        _workspace.Read().Front().Should().Equal(undisturbed.Read().Front());
    }

    [Fact]
    public async Task A_snapshot_of_an_earlier_program_which_kept_no_front_loses_nothing()
    {
        using var undisturbed = new Workspace();
        var whole = await undisturbed.RunAsync(Spec);
        _workspace.Settings = _workspace.Settings with { SnapshotEvery = 5 };
        await _workspace.RunAsync(Spec, stopAt: 23);
        MakeSnapshotOld();

        var resumed = await _workspace.RunAsync(Spec);

        resumed.State.NonDominated.Should().Equal(whole.State.NonDominated);
    }

    [Fact]
    public async Task Failed_trials_are_never_on_the_front()
    {
        _workspace.Parts.Instead = candidate => candidate.Number % 2 == 0
            ? Measurement.Failed(FailureKind.BadArchitecture, "Injected.").With("score", 1000)
            : null;

        await _workspace.RunAsync(Spec);

        _workspace.Read().Front().Should().NotBeEmpty().And.OnlyContain(member => member.Number % 2 == 1);
    }

    [Fact]
    public async Task The_front_of_a_supernet_is_that_of_its_measured_finalists()
    {
        var spec = ToyParts.Spec(WorkKind.SupernetSteps) with { Objective = TwoAxes };

        var unmeasured = await _workspace.RunAsync(spec);
        using var trained = new Workspace();
        var measured = await trained.RunAsync(spec with { Final = new FinalSpec("toy", 1) });

        unmeasured.State.NonDominated.Should().BeEmpty();
        _workspace.Read().Front().Should().BeEmpty();
        measured.State.NonDominated.Single().Architecture.Should().Be(measured.State.Finalists[0].Architecture);
        trained.Read().Front().Should().Equal(measured.State.NonDominated);
    }

    [Fact]
    public async Task Another_axis_is_another_definition()
    {
        await _workspace.RunAsync(Spec);

        var act = () => _workspace.RunAsync(Spec with { Objective = TwoAxes.Against(MetricNames.Parameters) });

        await act.Should().ThrowAsync<InputException>().WithMessage("*another definition (axes: score, −macs → score, −macs, −params)*");
    }

    [Fact]
    public async Task Latency_is_measured_where_it_is_an_axis()
    {
        await _workspace.RunAsync(Spec with { Objective = TwoAxes.Against(MetricNames.Latency) });

        _workspace.Read().Candidates.Should().OnlyContain(entry => entry.Measurement!.Metrics[MetricNames.Latency] == 1);
    }

    [Fact]
    public void A_definition_reads_back_from_its_record_and_an_earlier_one_is_maximised()
    {
        var objective = new Objective("loss", [new CostTerm("macs", 5, 0, -1)]) { Direction = Direction.Minimize };
        var spec = Spec with { Objective = objective.Against("macs").Against("up", Direction.Maximize) };
        spec.ToRecord().ToSpec().Should().Be(spec);

        var bytes = MessagePackSerializer.Serialize(spec.ToRecord() with { FurtherAxes = null });
        bytes[..3].Should().Equal(0xdc, 0, 25);
        byte[] earlier = [0xdc, 0, 16, .. bytes[3..^9]];
        MessagePackSerializer.Deserialize<SpecRecord>(earlier).ToSpec().Objective.Should().Be(new Objective("loss", objective.Costs));
    }

    /// <summary>Takes from the newest snapshot what earlier programs did not write.</summary>
    private void MakeSnapshotOld()
    {
        Snapshot snapshot;
        using (var journal = SearchJournal.OpenToRead(_workspace.Folder)!)
        {
            snapshot = SnapshotTable.Latest(journal, journal.Find("toy")!.Id)!;
        }

        var bytes = MessagePackSerializer.Serialize(MessagePackSerializer.Deserialize<StateRecord>(snapshot.State) with
        {
            IsSupernet = null, Front = null, Spent = null, TopFidelity = null, Kept = null, Failures = null, Queue = null, Wished = null,
            Placed = null, KeptOf = null,
        });
        bytes[..3].Should().Equal([0xdc, 0, 22], "it is an array of twenty-two");
        byte[] earlier = [0x99, .. bytes[3..^13]];
        byte[] summed = [.. BitConverter.GetBytes(snapshot.Sequence), .. SHA256.HashData(earlier), .. SHA256.HashData(snapshot.Strategy)];
        var link = BitConverter.ToInt64(SHA256.HashData(summed));
        _workspace.Execute(FormattableString.Invariant(
            $"UPDATE snapshots SET state = x'{Convert.ToHexString(earlier)}', link = {link} WHERE seq = {snapshot.Sequence}"));
    }
}
