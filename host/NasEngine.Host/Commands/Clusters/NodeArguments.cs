using System.CommandLine;
using NasEngine.Cluster;
using NasEngine.Contracts;
using NasEngine.Host.Clusters;

namespace NasEngine.Host.Commands.Clusters;

/// <summary>Options of <c>nas worker --join</c>.</summary>
internal static class NodeArguments
{
    private static readonly Option<string?> Join = new("--join")
    {
        Description =
            "The coordinator: what 'nas run --cluster' was given; several, joined by commas, where it may be at one of them, or a name of "
            + "several addresses. They are tried in turn, and names looked up each time.",
        HelpName = "HOST:PORT",
    };

    private static readonly Option<int> Slots = new Option<int>("--slots")
    {
        Description = "Workers side by side (default 1).",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    }.Within(1, 1024);

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "What the node is called in messages (default: the machine's name).",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Host = new("--host")
    {
        Description = "The address of this machine, as the coordinator reaches it (default: found out).",
        HelpName = "ADDRESS",
    };

    private static readonly Option<string?> Device = new("--device")
    {
        Description = "Where tensors of this machine's workers live, whatever the search says: cpu, cuda:0.",
        HelpName = "DEVICE",
    };

    private static readonly Option<int> CacheGib = new Option<int>("--cache-gib")
    {
        Description = "How much of what the coordinator sent is kept for the next search (default 20).",
        HelpName = "GIB",
        DefaultValueFactory = _ => 20,
    }.Within(0, 1 << 20);

    public static void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            Join, Slots, Name, Host, Device, TagsOption.OfNode, CacheGib, ClusterArguments.Certificate, ClusterArguments.NoTls,
        })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What they say; null where this process is no node.</summary>
    /// <exception cref="InputException">They make no sense, or somebody started a worker by hand.</exception>
    public static NodeLaunch? Read(ParseResult parsed)
    {
        if (parsed.GetValue(Join) is not { } address)
        {
            return Console.IsInputRedirected
                ? null
                : throw new InputException("'nas worker' needs the address of a coordinator: nas worker --join HOST:PORT.");
        }

        var coordinators = ClusterEndpoint.ParseList(address);
        return new NodeLaunch(coordinators, ClusterArguments.ReadTls(parsed, coordinators), parsed.GetValue(Slots))
        {
            Name = parsed.GetValue(Name),
            Host = parsed.GetValue(Host),
            Device = parsed.GetValue(Device),
            Tags = TagsOption.Read(parsed, TagsOption.OfNode),
            CacheGib = parsed.GetValue(CacheGib),
        };
    }
}
