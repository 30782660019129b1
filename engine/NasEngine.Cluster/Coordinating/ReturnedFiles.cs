using NasEngine.Cluster.Contents;
using NasEngine.Cluster.Messages;
using NasEngine.Contracts;
using NasEngine.Pipeline.Workers;
using NasEngine.Pipeline.Workers.Protocol;

namespace NasEngine.Cluster.Coordinating;

/// <summary>Brings what a job left on a node to where a worker here would have left it.</summary>
/// <param name="node">The node.</param>
/// <param name="source">Gives its files.</param>
/// <param name="cache">What nodes gave.</param>
internal sealed class ReturnedFiles(NodeEntry node, ContentSource source, ContentCache cache)
{
    /// <summary>Brings all.</summary>
    /// <param name="job">The job.</param>
    /// <param name="contents">What it left.</param>
    /// <param name="networks">Folder of kept networks; null where none are kept.</param>
    /// <param name="cancellation">The node is gone.</param>
    /// <exception cref="WorkerLost">The node does not give them.</exception>
    /// <exception cref="DiskRefused">There is no room here.</exception>
    public async Task BringAsync(IToWorker job, ContentRecord[] contents, string? networks, CancellationToken cancellation)
    {
        foreach (var content in contents)
        {
            var target = job is ExportNetwork export ? ContentPlaces.Below(ContentPlaces.Exports, content.Place, export.Folder)
                : job is Assign && networks is not null ? ContentPlaces.Below(ContentPlaces.Networks, content.Place, networks)
                : null;
            if (target is not null)
            {
                await BringAsync(content, target, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task BringAsync(ContentRecord content, string target, CancellationToken cancellation)
    {
        string path;
        try
        {
            path = await cache.TakeAsync(content, source.AskAsync, cancellation).ConfigureAwait(false);
        }
        catch (IOException problem)
        {
            throw new WorkerLost($"What node '{node.Name}' made cannot be had: {problem.Message}.", problem) { Node = node.Ref };
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target + ".part", overwrite: true);
            File.Move(target + ".part", target, overwrite: true);
        }
        catch (IOException problem)
        {
            throw new DiskRefused(problem.Message, problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"What node '{node.Name}' made cannot be written to '{target}': {problem.Message}", problem);
        }
        finally
        {
            cache.GiveBack(content.Sha256);
        }
    }
}
