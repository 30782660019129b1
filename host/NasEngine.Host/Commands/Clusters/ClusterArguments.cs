using System.CommandLine;
using NasEngine.Cluster;
using NasEngine.Cluster.Security;
using NasEngine.Contracts;
using NasEngine.Host.Clusters;

namespace NasEngine.Host.Commands.Clusters;

/// <summary>Options that say where the coordinator of a cluster is, and whom it believes.</summary>
internal static class ClusterArguments
{
    /// <summary>Where a run listens.</summary>
    public static Option<string?> Cluster { get; } = new("--cluster")
    {
        Description = "Let other machines work too: listen for nodes ('nas worker --join') at this address.",
        HelpName = "HOST:PORT",
    };

    /// <summary>The folder of the certificates.</summary>
    public static Option<string?> Certificate { get; } = new("--certificate")
    {
        Description = "Folder of the cluster's certificates (default: that of 'nas cluster init').",
        HelpName = "DIR",
    };

    /// <summary>Whether there are none.</summary>
    public static Option<bool> NoTls { get; } = new("--no-tls")
    {
        Description = "No certificates and no encryption; between programs of one machine alone.",
    };

    /// <summary>Who helps with the steps of a supernet.</summary>
    public static Option<int> StepHelpers { get; } = new Option<int>("--step-helpers")
    {
        Description = "With --cluster: slots of nodes that run some of the paths of each step of a supernet. What is found is the same.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
    }.Within(0, 1024);

    /// <summary>The folder of the certificates where none is named.</summary>
    public static string DefaultFolder => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } config && Path.IsPathRooted(config) ? config
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"),
        "nasengine",
        "cluster");

    /// <summary>What a run's options say; null where no nodes join it.</summary>
    /// <exception cref="InputException">They make no sense, or there are no certificates.</exception>
    public static ClusterLaunch? Read(ParseResult parsed)
    {
        var helpers = parsed.GetValue(StepHelpers);
        if (parsed.GetValue(Cluster) is { } address)
        {
            return Read(parsed, address) with { StepHelpers = helpers };
        }

        if (helpers > 0)
        {
            throw new InputException($"{StepHelpers.Name} are slots of nodes, and none can join; give {Cluster.Name} HOST:PORT as well.");
        }

        return parsed.GetValue(NoTls) || parsed.GetValue(Certificate) is not null
            ? throw new InputException(
                $"{NoTls.Name} and {Certificate.Name} say whom a cluster believes, and there is none; give {Cluster.Name} HOST:PORT as "
                + "well.")
            : null;
    }

    /// <summary>The coordinator at an address.</summary>
    public static ClusterLaunch Read(ParseResult parsed, string address)
    {
        var endpoint = ClusterEndpoint.Parse(address);
        return new ClusterLaunch(endpoint, ReadTls(parsed, [endpoint]));
    }

    /// <summary>The certificate for a coordinator at one of some addresses; null for none.</summary>
    /// <exception cref="InputException">There is none, or one of the addresses needs one.</exception>
    public static ClusterTls? ReadTls(ParseResult parsed, IReadOnlyList<ClusterEndpoint> endpoints)
    {
        if (!parsed.GetValue(NoTls))
        {
            return ClusterTls.Read(parsed.GetValue(Certificate) ?? DefaultFolder);
        }

        if (parsed.GetValue(Certificate) is not null)
        {
            throw new InputException($"{NoTls.Name} leaves certificates out, and {Certificate.Name} names some; give one of the two.");
        }

        foreach (var endpoint in endpoints)
        {
            ClusterCoordinator.MustBeSafe(endpoint, null);
        }

        return null;
    }
}
