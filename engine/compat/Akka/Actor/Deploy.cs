using Akka.Configuration;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>How an actor is to run: dispatcher, mailbox, router, size of the stash.</summary>
public class Deploy : IEquatable<Deploy>
{
    public const int NoStashSize = -1;

    public static readonly string NoDispatcherGiven = string.Empty;
    public static readonly string NoMailboxGiven = string.Empty;
    public static readonly Deploy Local = new();
    public static readonly Deploy None = null;

    public Deploy()
    {
    }

    public Deploy(RouterConfig routerConfig) => RouterConfig = routerConfig;

    internal Deploy(string path, Config config, RouterConfig routerConfig, string dispatcher, string mailbox, int stashCapacity)
    {
        Path = path;
        Config = config;
        RouterConfig = routerConfig;
        Dispatcher = dispatcher;
        Mailbox = mailbox;
        StashCapacity = stashCapacity;
    }

    public string Path { get; } = "";

    public Config Config { get; } = Config.Empty;

    public RouterConfig RouterConfig { get; } = NoRouter.Instance;

    public string Dispatcher { get; } = NoDispatcherGiven;

    public string Mailbox { get; } = NoMailboxGiven;

    public int StashCapacity { get; } = NoStashSize;

    public virtual Deploy WithDispatcher(string dispatcher) => new(Path, Config, RouterConfig, dispatcher, Mailbox, StashCapacity);

    public virtual Deploy WithMailbox(string mailbox) => new(Path, Config, RouterConfig, Dispatcher, mailbox, StashCapacity);

    public virtual Deploy WithRouterConfig(RouterConfig routerConfig) => new(Path, Config, routerConfig, Dispatcher, Mailbox, StashCapacity);

    public virtual Deploy WithStashCapacity(int stashSize) => new(Path, Config, RouterConfig, Dispatcher, Mailbox, stashSize);

    /// <summary>What is not given here is taken from the other.</summary>
    public virtual Deploy WithFallback(Deploy other) => new(
        Path,
        Config.WithFallback(other.Config),
        RouterConfig is NoRouter ? other.RouterConfig : RouterConfig,
        Dispatcher.Length == 0 ? other.Dispatcher : Dispatcher,
        Mailbox.Length == 0 ? other.Mailbox : Mailbox,
        StashCapacity == NoStashSize ? other.StashCapacity : StashCapacity);

    public bool Equals(Deploy other) =>
        other is not null && Path == other.Path && Dispatcher == other.Dispatcher && Mailbox == other.Mailbox
        && StashCapacity == other.StashCapacity && Equals(RouterConfig, other.RouterConfig);

    public override bool Equals(object obj) => Equals(obj as Deploy);

    public override int GetHashCode() => HashCode.Combine(Path, Dispatcher, Mailbox, StashCapacity);
}
