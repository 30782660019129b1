using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Pipeline.Records;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Processes;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Nodes;

/// <summary>
/// A worker process of a node for one search. The paths of messages are those of the coordinator; here they are places below a folder of
/// it, which goes with it.
/// </summary>
internal sealed class SlotWorker(NodeOptions options, ContentShelf shelf, ContentCache cache, ContentSource source) : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(options.Cache, "leases", Path.GetRandomFileName());
    private readonly IWorkerConnection _connection = options.Create();
    private readonly List<string> _taken = [];
    private readonly List<IDisposable> _holds = [];
    private readonly CancellationTokenSource _ended = new();
    private ContentRecord? _answer;

    /// <summary>Where contents come from: another coordinator may have come.</summary>
    public ContentSource Source { private get; set; } = source;

    private string Networks => Path.Combine(_folder, "networks");

    /// <summary>Does a job, and says what files it left.</summary>
    /// <exception cref="NodeUnfit">This machine cannot do it.</exception>
    public async Task<(byte[] Result, ContentRecord[] Left)> RunAsync(
        IToWorker job, ContentRecord[] contents, IJobProgress progress, CancellationToken cancellation)
    {
        try
        {
            return job is Configure configure
                ? (await StartAsync(configure, contents).ConfigureAwait(false), [])
                : await CallAsync(job, contents, progress, cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new NodeUnfit(problem);
        }
    }

    private async Task<byte[]> StartAsync(Configure configure, ContentRecord[] contents)
    {
        var here = await HereAsync(configure, contents).ConfigureAwait(false);
        try
        {
            return await _connection.StartAsync(here, _ended.Token).ConfigureAwait(false);
        }
        catch (WorkerLost lost)
        {
            throw new NodeUnfit(lost);
        }
    }

    private async Task<(byte[] Result, ContentRecord[] Left)> CallAsync(
        IToWorker job, ContentRecord[] contents, IJobProgress progress, CancellationToken cancellation)
    {
        if (job is Help help)
        {
            return ([], [await HelpAsync(help, contents.Single(), progress, cancellation).ConfigureAwait(false)]);
        }

        foreach (var content in contents)
        {
            if (ContentPlaces.Below(ContentPlaces.Networks, content.Place, Networks) is { } target)
            {
                await PutAsync(content, target).ConfigureAwait(false);
            }
        }

        var known = FilesOf(Networks).ToHashSet(StringComparer.Ordinal);
        var export = Path.Combine(_folder, "exports", Path.GetRandomFileName());
        var here = job is ExportNetwork one ? one with { Folder = export } : job;
        var result = await _connection.CallAsync(id => here.Numbered(id), progress, cancellation).ConfigureAwait(false);
        return (result,
        [
            .. FilesOf(Networks).Where(path => !known.Contains(path) && path.EndsWith(".network", StringComparison.Ordinal))
                .Select(path => shelf.Offer(new(ContentPlaces.Networks + Path.GetFileName(path), path))),
            .. FilesOf(export).Select(path => shelf.Offer(new(ContentPlaces.Exports + Path.GetRelativePath(export, path), path))),
        ]);
    }

    /// <summary>
    /// Does a part of a step. Its bytes do not come in the message, nor does what comes of it go back in one: that stays until the next
    /// part comes, as who asked has it by then.
    /// </summary>
    private async Task<ContentRecord> HelpAsync(Help help, ContentRecord content, IJobProgress progress, CancellationToken cancellation)
    {
        WithdrawAnswer();
        var work = await ContentBytes.FetchAsync(content, Source.AskAsync, cancellation).ConfigureAwait(false);
        var answer = await _connection.CallAsync(id => help with { Job = id, Work = work }, progress, cancellation).ConfigureAwait(false);
        return _answer = shelf.Offer(ContentPlaces.Step, answer);
    }

    private void WithdrawAnswer()
    {
        if (Interlocked.Exchange(ref _answer, null) is { } answer)
        {
            shelf.Withdraw(answer);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        WithdrawAnswer();
        await _ended.CancelAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
        _holds.ForEach(hold => hold.Dispose());
        _taken.ForEach(cache.GiveBack);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<Configure> HereAsync(Configure configure, ContentRecord[] contents)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var data = Path.Combine(_folder, "data");
        foreach (var content in contents)
        {
            if (ContentPlaces.Below(ContentPlaces.Data, content.Place, data) is { } place)
            {
                await PutAsync(content, place).ConfigureAwait(false);
            }
            else if (ContentPlaces.File(content.Place) is { } path)
            {
                var target = Path.Combine(_folder, "files", content.Sha256, Path.GetFileName(path));
                await PutAsync(content, target).ConfigureAwait(false);
                files[path] = target;
            }
        }

        var plugins = new List<PluginRecord>();
        foreach (var plugin in configure.Plugins)
        {
            plugins.Add(await HereAsync(plugin, contents).ConfigureAwait(false));
        }

        var spec = SpecPaths.Replaced(configure.Spec, files, Directory.Exists(data) ? data : null);
        Directory.CreateDirectory(Networks);
        return configure with
        {
            Spec = options.Device is { } device ? spec with { Device = device } : spec,
            Plugins = [.. plugins],
            Networks = configure.Networks is null ? null : Networks,
        };
    }

    private async Task<PluginRecord> HereAsync(PluginRecord plugin, ContentRecord[] contents)
    {
        var folder = Path.Combine(_folder, "plugins", plugin.Hash);
        foreach (var content in contents)
        {
            if (ContentPlaces.Below(ContentPlaces.PluginPrefix(plugin.Id), content.Place, folder) is { } target)
            {
                await PutAsync(content, target).ConfigureAwait(false);
            }
        }

        var (received, hold) = Received(plugin with { Path = Path.Combine(folder, Path.GetFileName(plugin.Path)) });
        if (hold is not null)
        {
            _holds.Add(hold);
        }

        return received;
    }

    private (PluginRecord Plugin, IDisposable? Hold) Received(PluginRecord plugin)
    {
        try
        {
            return options.Receive(plugin);
        }
        catch (InputException problem)
        {
            throw new NodeUnfit(problem);
        }
    }

    private async Task PutAsync(ContentRecord content, string target)
    {
        var path = await cache.TakeAsync(content, Source.AskAsync, _ended.Token).ConfigureAwait(false);
        _taken.Add(content.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (!File.Exists(target))
        {
            File.CreateSymbolicLink(target, Path.GetFullPath(path));
        }
    }

    private static string[] FilesOf(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
}
