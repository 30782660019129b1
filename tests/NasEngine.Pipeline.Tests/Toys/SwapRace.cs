using NasEngine.Contracts;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>
/// A toy search to which a seed says what happens to it and when: plugins are swapped, it is asked to stop, a worker is lost, the
/// coordinator is killed; several of them at one candidate too. It is run again until it is complete.
/// </summary>
internal sealed class SwapRace : IDisposable
{
    private const int Candidates = 40;
    private const int Runs = 200;

    private static readonly Act[] Acts = Enum.GetValues<Act>();

    private readonly Lock _lock = new();
    private readonly WorkKind _kind;
    private readonly Dictionary<long, List<Act>> _plan;
    private readonly RunSettings _settings;
    private readonly ToyParts _parts = new();
    private readonly ToyVersions _versions;
    private readonly SwapRequests _swaps = new();
    private readonly List<Task<SwapAnswer?>> _answers = [];
    private readonly List<Workspace> _killed = [];
    private Workspace _workspace = new();
    private Workspace? _image;

    public SwapRace(WorkKind kind, int seed)
    {
        var random = RandomSource.For((ulong)seed, 0, $"race {kind}");
        _kind = kind;
        _versions = new ToyVersions(_parts);
        _plan = Enumerable.Range(0, Candidates).ToDictionary(number => (long)number, _ => Acts.Where(_ => random.NextInt(8) == 0).ToList());
        _settings = new RunSettings
        {
            Workers = kind == WorkKind.Trials ? 1 + random.NextInt(3) : 1,
            BackOff = TimeSpan.Zero,
            SnapshotEvery = 1 + random.NextInt(10),
            CheckpointPeriod = random.NextInt(2) == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(1),
        };
    }

    private enum Act
    {
        Swap,
        Stop,
        Lose,
        Kill,
    }

    /// <summary>How often the search went over to another version, over all runs that were not undone by a kill.</summary>
    public int Swapped => _workspace.Read().PluginChanges.Count;

    /// <summary>Runs it to its end and says what it found.</summary>
    public async Task<string> RunAsync()
    {
        for (var run = 0; run < Runs; run++)
        {
            if (await OnceAsync())
            {
                return _workspace.Story();
            }
        }

        throw new InvalidOperationException($"It is not complete after {Runs} runs.");
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _killed.ForEach(workspace => workspace.Dispose());
    }

    private async Task<bool> OnceAsync()
    {
        using var stop = new CancellationTokenSource();
        _parts.BeforeTraining = candidate => Happen(candidate.Number, stop);
        var runner = new SearchRunner(
            _workspace.Folder, (spec, _) => new InProcessWorker(spec, _parts), _settings, NoObserver.Instance, TimeProvider.System, _versions, _swaps);
        var outcome = await runner.RunAsync(
            PreparedSearch.From(ToyParts.Spec(_kind, Candidates), _parts),
            new SearchOrigin("test", "cpu", null, new() { ["toys"] = _versions.InUse }, null),
            stop.Token,
            acceptPlugins: true).WaitAsync(TimeSpan.FromMinutes(5));
        await Task.WhenAll(_answers).WaitAsync(TimeSpan.FromMinutes(5));
        if (_image is not { } image)
        {
            return !outcome.Interrupted;
        }

        // What this run did after the kill did not happen.
        _killed.Add(_workspace);
        (_workspace, _image) = (image, null);
        return false;
    }

    private void Happen(long number, CancellationTokenSource stop)
    {
        Act[] acts;
        lock (_lock)
        {
            acts = _plan.Remove(number, out var planned) ? [.. planned] : [];
        }

        foreach (var act in acts)
        {
            switch (act)
            {
                case Act.Swap:
                    Ask();
                    break;
                case Act.Stop:
                    stop.Cancel();
                    break;
                case Act.Kill:
                    Kill(stop);
                    break;
                default:
                    break;
            }
        }

        if (acts.Contains(Act.Lose))
        {
            throw new WorkerLost("it fell over");
        }
    }

    private void Ask()
    {
        lock (_lock)
        {
            _answers.Add(_swaps.AskAsync("toys"));
        }
    }

    /// <summary>Keeps what is on disk at this moment; that is all there is afterwards.</summary>
    private void Kill(CancellationTokenSource stop)
    {
        lock (_lock)
        {
            _image ??= Image();
        }

        stop.Cancel();
    }

    private Workspace Image()
    {
        var image = new Workspace();
        _workspace.Execute($"VACUUM INTO '{image.Journal}'");
        foreach (var folder in Directory.GetDirectories(_workspace.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Directory.CreateDirectory(Path.Combine(image.Folder, Path.GetRelativePath(_workspace.Folder, folder))).FullName;
            foreach (var file in Directory.GetFiles(folder))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }
        }

        return image;
    }
}
