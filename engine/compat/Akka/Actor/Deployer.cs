using Akka.Configuration;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>Finds what <c>akka.actor.deployment</c> says of a path below /user.</summary>
internal sealed class Deployer
{
    private readonly Dictionary<string, Deploy> _deployments = [];

    public Deployer(Config config)
    {
        if (config.GetConfig("akka.actor.deployment") is not { } deployments)
            return;
        foreach (var path in deployments.Keys)
            _deployments[path] = Read(path, deployments.GetConfig($"\"{path}\""));
    }

    public Deploy Lookup(ActorPath path)
    {
        if (_deployments.Count == 0)
            return null;
        var elements = path.Elements;
        return elements[0] == "user" ? _deployments.GetValueOrDefault(ActorPath.FormatPathElements(elements.Skip(1))) : null;
    }

    private static Deploy Read(string path, Config config) => new(
        path,
        config,
        ReadRouter(path, config),
        config.GetString("dispatcher", ""),
        config.GetString("mailbox", ""),
        config.GetInt("stash-capacity", Deploy.NoStashSize));

    private static RouterConfig ReadRouter(string path, Config config) => config.GetString("router") switch
    {
        null or "from-code" => NoRouter.Instance,
        "round-robin-pool" => new RoundRobinPool(config.GetInt("nr-of-instances", 1)),
        var router => throw new ConfigurationException($"The deployment of {path} has router '{router}'; round-robin-pool is known."),
    };
}
