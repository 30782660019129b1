using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Session;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

public sealed class WorkerSessionTests
{
    [Fact]
    public void Latency_is_measured_by_the_profiler_that_the_search_names()
    {
        using var session = new WorkerSession(ToyParts.Spec() with { Profiler = "stopwatch" }, new ToyParts());

        session.Profile(new Architecture("toy", [1, 1]), CancellationToken.None).Device.Should().Be("stopwatch");
    }

    [Fact]
    public void A_trial_is_measured_by_the_estimator_that_its_fidelity_names_and_by_no_other_than_the_search_does()
    {
        var named = new Dictionary<string, int>();
        var parts = new ToyParts { OnEstimator = id => named[id] = named.GetValueOrDefault(id) + 1 };
        var spec = ToyParts.Spec() with { Estimator = new ComponentSpec("toy", OptionBag.Empty) { Inner = ["supernet"] } };
        using var session = new WorkerSession(spec, parts);

        Run(session, Trial(0));
        Run(session, Trial(1, new Fidelity(0, Estimator: "supernet")));
        Run(session, Trial(2, new Fidelity(0, Estimator: "supernet")));

        named.Should().Equal(new Dictionary<string, int> { ["toy"] = 1, ["supernet"] = 1 });
        session.Invoking(one => Run(one, Trial(3, new Fidelity(Estimator: "other")))).Should().Throw<InputException>().WithMessage(
            "The strategy wants candidate 3 measured by estimator 'other', which the search does not name; add it: .Estimator(\"toy\", null, Part(\"other\")).");
    }

    [Fact]
    public void A_network_that_is_to_be_kept_is_there_for_later_trials_under_the_hash_that_the_measurement_has()
    {
        var folder = Directory.CreateTempSubdirectory("networks-").FullName;
        try
        {
            using var session = new WorkerSession(ToyParts.Spec(), new ToyParts { Keeps = true });
            session.Start(folder);
            var plain = Run(session, Trial(0));
            var kept = Run(session, Trial(1) with { Work = ((Trial)Trial(1).Work) with { Keep = true } });

            plain.Network.Should().BeNull();
            Directory.GetFiles(folder).Should().ContainSingle().Which.Should().Contain(kept.Network);
            kept.Should().NotBe(kept with { Network = null });
            EventCodec.Decode(EventCodec.Encode(new Measured(1, kept)), "toy").Should().Be(new Measured(1, kept));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_network_that_an_estimator_cannot_keep_is_refused()
    {
        using var session = new WorkerSession(ToyParts.Spec(), new ToyParts());
        session.Start(Path.GetTempPath());
        var candidate = Trial(1) with { Work = ((Trial)Trial(1).Work) with { Keep = true } };
        session.Invoking(one => Run(one, candidate)).Should().Throw<InputException>().WithMessage(
            "The strategy wants the network of candidate 1 kept, and estimator 'toy' keeps none; use an estimator that keeps networks.");
    }

    private static Candidate Trial(long number, Fidelity? fidelity = null) =>
        new(number, new Trial(new Architecture("toy", [1, 1]), fidelity ?? Fidelity.Full));

    private static Measurement Run(WorkerSession session, Candidate candidate)
    {
        session.Train(WorkerRole.Search, candidate, NoProgress.Instance, CancellationToken.None);
        return session.Evaluate(WorkerRole.Search, candidate, NoProgress.Instance, CancellationToken.None);
    }

    private sealed class NoProgress : IJobProgress
    {
        public static readonly NoProgress Instance = new();

        public void Report(string stage, long done, long total)
        {
        }
    }
}
