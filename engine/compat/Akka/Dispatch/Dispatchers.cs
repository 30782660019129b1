using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The dispatchers of a system, made from its configuration at first use.</summary>
public sealed class Dispatchers
{
    public const string DefaultDispatcherId = "akka.actor.default-dispatcher";
    public const string DefaultBlockingDispatcherId = "akka.actor.default-blocking-io-dispatcher";

    private readonly Config _config;
    private readonly ConcurrentDictionary<string, MessageDispatcher> _dispatchers = new();

    internal Dispatchers(Config config) => _config = config;

    public MessageDispatcher DefaultGlobalDispatcher => Lookup(DefaultDispatcherId);

    public bool HasDispatcher(string id) => _config.GetConfig(id) is not null;

    /// <summary>The dispatcher of this id; of a PinnedDispatcher a new one each time, as it serves one actor.</summary>
    /// <exception cref="ConfigurationException">The configuration has no such dispatcher.</exception>
    public MessageDispatcher Lookup(string dispatcherName)
    {
        var settings = _config.GetConfig(dispatcherName)
            ?? throw new ConfigurationException($"Dispatcher [{dispatcherName}] is not configured.");
        return settings.GetString("type") == "PinnedDispatcher"
            ? Create(dispatcherName, settings)
            : _dispatchers.GetOrAdd(dispatcherName, id => Create(id, settings));
    }

    private static MessageDispatcher Create(string id, Config settings)
    {
        var throughput = settings.GetInt("throughput", MessageDispatcher.DefaultThroughput);
        var background = settings.GetString("dedicated-thread-pool.threadtype", "background") == "background";
        return settings.GetString("type") switch
        {
            "Dispatcher" or "TaskDispatcher" when settings.GetString("executor") is not "fork-join-executor" => new ThreadPoolDispatcher(id, throughput),
            "Dispatcher" or "TaskDispatcher" or "ForkJoinDispatcher" => new DedicatedThreadDispatcher(id, throughput, ThreadCount(settings), background),
            "PinnedDispatcher" => new DedicatedThreadDispatcher(id, throughput, 1, background),
            var type => throw new ConfigurationException($"Dispatcher [{id}] has type '{type}'; Dispatcher, ForkJoinDispatcher and PinnedDispatcher are known."),
        };
    }

    private static int ThreadCount(Config settings) => Math.Max(1, settings.GetInt("dedicated-thread-pool.thread-count", Environment.ProcessorCount));
}
