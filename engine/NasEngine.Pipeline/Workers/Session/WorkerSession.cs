using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Pipeline.Searches;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers.Session;

/// <summary>What a worker holds for one search: its estimators, made when first needed.</summary>
public sealed class WorkerSession : IDisposable
{
    private readonly SearchSpec _spec;
    private readonly IServices _services;
    private readonly Lazy<ISearchSpace> _space;
    private readonly Lazy<IDataset?> _data;
    private readonly SearchEstimators _search;
    private readonly Lazy<IEstimator> _final;
    private NetworkStore? _networks;
    private string? _halfway;
    private readonly Lazy<IProfiler> _profiler;

    /// <summary>A session for one search with the parts that <paramref name="services"/> offers.</summary>
    public WorkerSession(SearchSpec spec, IServices services)
    {
        _spec = spec;
        _services = services;
        _space = new(() => services.Space(spec.Space));
        _data = new(() => spec.Data is null ? null : services.Create<IDataset, NoSetup>(spec.Data, NoSetup.Value));
        _search = new(spec.Estimator, component => Estimator(component, "trial"));
        _final = new(() => Estimator(spec.Final!.Estimator, "final"));
        _profiler = new(() => services.Create<IProfiler, EstimatorSetup>(spec.Profiler, Setup("profile")));
    }

    /// <summary>Who does parts of the search's steps.</summary>
    public IHelpers Helpers { get; init; } = NoHelpers.Instance;

    /// <summary>Id of the space of the search.</summary>
    public string Space => _spec.Space.Id;

    /// <summary>Makes the estimators, so that what cannot work is found before a search begins, and says what the worker is.</summary>
    /// <param name="networks">Folder of the networks that trials leave for later ones; null where none are kept.</param>
    public WorkerReady Start(string? networks)
    {
        _networks = networks is null ? null : new NetworkStore(networks);
        _halfway = networks is null ? null : HalfwayStore.In(networks);
        var files = SearchFiles.Hashes(_spec, _services);
        var stateful = _search.Own is IStatefulEstimator;
        if (_spec.Final is not null)
        {
            ForWinners(() => _final.Value);
            ForWinners(() => _profiler.Value);
        }
        else if (_spec.Costs is null && WantsLatency(_spec.Objective))
        {
            _ = _profiler.Value;
        }

        return new(Environment.ProcessId, _spec.Device, _spec.Threads, stateful, _data.Value?.Hash)
        {
            Remarks = [.. _data.Value?.Remarks ?? [], .. _search.Own.Remarks],
            Classes = _data.Value?.Classes,
            PlansByBudget = _search.Own.PlansByBudget,
            // A copy: a list that a plugin wrote down is of a type of its assembly, and would keep that from being unloaded.
            Metrics = _spec.Estimator.Inner.IsEmpty ? _search.Own.Metrics?.ToArray() : null,
            Files = files,
        };
    }

    /// <summary>Trains a candidate.</summary>
    public void Train(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Of(role, candidate).Train(candidate, progress, cancellation);

    /// <summary>
    /// Measures the candidate trained last, and keeps its network where that is asked for; metrics that are not numbers make it a
    /// failure.
    /// </summary>
    /// <exception cref="DiskRefused">The disk has no room for the network now.</exception>
    public Measurement Evaluate(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        var measured = MeasurementCheck.Sound(
            Of(role, candidate).Evaluate(candidate, progress, cancellation), _data.Value?.Classes) with { Network = null };
        return role == WorkerRole.Search && candidate.Work is Trial { Keep: true } && measured.Failure is null
            ? measured with { Network = Keep(candidate) }
            : measured;
    }

    /// <summary>Does a part of another worker's step.</summary>
    /// <exception cref="InputException">The search's estimator does no parts.</exception>
    public byte[] Help(byte[] work, IJobProgress progress, CancellationToken cancellation) => _search.Own is IHelpingEstimator helping
        ? helping.Help(work, progress, cancellation)
        : throw new InputException($"Estimator '{_spec.Estimator.Id}' does no parts of another worker's steps.");

    /// <summary>Writes a checkpoint.</summary>
    public CheckpointSaved Save(long number, string folder)
    {
        var store = new CheckpointStore(folder);
        var saved = store.Write(number, Stateful.Save);
        store.Prune(saved);
        return saved;
    }

    /// <summary>Takes the newest sound checkpoint.</summary>
    public RestoredCheckpoint Restore(string folder, IReadOnlyList<CheckpointSaved> known)
    {
        var damaged = new List<string>();
        if (new CheckpointStore(folder).OpenNewest(known, checkpoint => damaged.Add(checkpoint.File)) is not { } found)
        {
            return new RestoredCheckpoint(-1, damaged);
        }

        using (found.Content)
        {
            Stateful.Restore(found.Content);
        }

        return new RestoredCheckpoint(found.Checkpoint.Number, damaged);
    }

    /// <summary>Measures a latency.</summary>
    public LatencyMeasurement Profile(Architecture architecture, CancellationToken cancellation) =>
        _profiler.Value.Measure(architecture, cancellation);

    /// <summary>Writes the network evaluated last into a folder, where the estimator has one.</summary>
    /// <exception cref="DiskRefused">The disk has no room for it now.</exception>
    /// <exception cref="InputException">The folder may not be written to.</exception>
    public void Export(WorkerRole role, Candidate candidate, string folder)
    {
        if (Of(role, candidate) is not IArtifactEstimator artifacts)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            artifacts.Export(candidate, folder);
        }
        catch (IOException problem)
        {
            throw new DiskRefused(problem.Message, problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"The results folder '{folder}' cannot be written: {problem.Message}", problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _search.Dispose();
        if (_final.IsValueCreated)
        {
            _final.Value.Dispose();
        }

        if (_profiler.IsValueCreated)
        {
            _profiler.Value.Dispose();
        }
    }

    /// <summary>What only the winners need is made before the first candidate is trained, so that it is not missed at the end.</summary>
    private static void ForWinners<T>(Func<T> make)
    {
        try
        {
            _ = make();
        }
        catch (InputException problem)
        {
            throw new InputException($"The winners could not be trained and measured: {problem.Message}", problem);
        }
    }

    private static bool WantsLatency(ObjectiveSpec objective) => objective.Axes.Select(axis => axis.Metric)
        .Concat(objective is Objective { Constraints: var limits } ? limits.Select(limit => limit.Metric) : [])
        .Contains(MetricNames.Latency);

    private IStatefulEstimator Stateful => (IStatefulEstimator)_search.Own;

    private IEstimator Of(WorkerRole role, Candidate candidate) => role == WorkerRole.Search ? _search.Of(candidate) : _final.Value;

    private string Keep(Candidate candidate)
    {
        if (_networks is null || _search.Of(candidate) is not IKeepingEstimator keeping)
        {
            var why = _networks is null ? "this worker has no folder for it" : $"estimator '{_search.IdOf(candidate)}' keeps none";
            throw new InputException(
                $"The strategy wants the network of candidate {candidate.Number} kept, and {why}; use an estimator that keeps networks.");
        }

        try
        {
            return _networks.Write(candidate.Number, destination => keeping.Keep(candidate, destination));
        }
        catch (IOException problem)
        {
            throw new DiskRefused(problem.Message, problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"The network of candidate {candidate.Number} cannot be written: {problem.Message}", problem);
        }
    }

    private IEstimator Estimator(ComponentSpec component, string role) =>
        _services.Create<IEstimator, EstimatorSetup>(component, Setup(role));

    private EstimatorSetup Setup(string role) => new(_space.Value, _data.Value, _spec.Seed, _spec.Device, _spec.Threads, _services)
        {
            Budget = _spec.Budget,
            Helpers = Helpers,
            Kept = (IKeptNetworks?)_networks ?? NoKeptNetworks.Instance,
            Halfway = _halfway is null ? NoHalfwayTrainings.Instance : new HalfwayStore(_halfway, role),
        };
}
