using NasEngine.Cluster;
using NasEngine.Contracts;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Clusters;

/// <summary>The coordinator of a run: it listens once the first search begins, for all searches of the run.</summary>
internal sealed class ClusterOfRun(ClusterLaunch launch, TimeProvider time) : IDisposable
{
    private ClusterCoordinator? _coordinator;

    /// <summary>Workers on its nodes.</summary>
    /// <param name="search">Whose.</param>
    /// <param name="places">Which of its work may be done where.</param>
    /// <param name="first">The first slot that is theirs.</param>
    /// <exception cref="InputException">This machine cannot listen there.</exception>
    public NodeWorkers Workers(SearchSpec search, SearchPlaces places, int first)
    {
        lock (launch)
        {
            if (_coordinator is null)
            {
                _coordinator = ClusterCoordinator.Start(
                    launch.Endpoint, launch.Tls, ThisMachine.Of, UserFolders.Cache("returned"), Console.Error.WriteLine, time);
                Console.Error.WriteLine($"Nodes can join: nas worker --join {_coordinator.Endpoint}");
            }

            return new NodeWorkers(_coordinator, search, places, first, launch.StepHelpers, time);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _coordinator?.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
