using NasEngine.Contracts;
using NasEngine.Pipeline.Checkpoints;
using NasEngine.Search;

namespace NasEngine.Pipeline.Workers.Session;

/// <summary>What a worker holds for one search: its estimators, made when first needed.</summary>
public sealed class WorkerSession : IDisposable
{
    private readonly SearchSpec _spec;
    private readonly IServices _services;
    private readonly Lazy<ISearchSpace> _space;
    private readonly Lazy<IEstimator> _search;
    private readonly Lazy<IEstimator> _final;
    private readonly Lazy<IProfiler> _profiler;

    /// <summary>A session for one search with the parts that <paramref name="services"/> offers.</summary>
    public WorkerSession(SearchSpec spec, IServices services)
    {
        _spec = spec;
        _services = services;
        _space = new(() => services.Create<ISearchSpace, NoSetup>(spec.Space, NoSetup.Value));
        var data = new Lazy<IDataset?>(() => spec.Data is null ? null : services.Create<IDataset, NoSetup>(spec.Data, NoSetup.Value));
        _search = new(() => Estimator(spec.Estimator, data));
        _final = new(() => Estimator(spec.Final!.Estimator, data));
        _profiler = new(() => services.Create<IProfiler, EstimatorSetup>(spec.Profiler, Setup(data)));
    }

    /// <summary>Id of the space of the search.</summary>
    public string Space => _spec.Space.Id;

    /// <summary>Makes the estimators, so that what cannot work is found before a search begins, and says what the worker is.</summary>
    public WorkerReady Start()
    {
        if (_spec.Final is not null)
        {
            _ = _final.Value;
        }

        return new(Environment.ProcessId, _spec.Device, _spec.Threads, _search.Value is IStatefulEstimator);
    }

    /// <summary>Trains a candidate.</summary>
    public void Train(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        Of(role).Train(candidate, progress, cancellation);

    /// <summary>Measures the candidate trained last; metrics that are not numbers make it a failure.</summary>
    public Measurement Evaluate(WorkerRole role, Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        MeasurementCheck.Sound(Of(role).Evaluate(candidate, progress, cancellation));

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
        if (Of(role) is not IArtifactEstimator artifacts)
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
        foreach (var made in new[] { _search, _final }.Where(estimator => estimator.IsValueCreated))
        {
            made.Value.Dispose();
        }

        if (_profiler.IsValueCreated)
        {
            _profiler.Value.Dispose();
        }
    }

    private IStatefulEstimator Stateful => (IStatefulEstimator)_search.Value;

    private IEstimator Of(WorkerRole role) => role == WorkerRole.Search ? _search.Value : _final.Value;

    private IEstimator Estimator(ComponentSpec component, Lazy<IDataset?> data) =>
        _services.Create<IEstimator, EstimatorSetup>(component, Setup(data));

    private EstimatorSetup Setup(Lazy<IDataset?> data) =>
        new(_space.Value, data.Value, _spec.Seed, _spec.Device, _spec.Threads, _services) { Budget = _spec.Budget };
}
