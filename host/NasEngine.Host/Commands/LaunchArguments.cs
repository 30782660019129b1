using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Commands.Clusters;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary>Options of commands that run searches.</summary>
internal static class LaunchArguments
{
    private const int ShortestSilence = 3;
    private const int Most = 1024;
    private const long MostMemory = 1L << 40;

    /// <summary>Thirty days; timers of the runtime hold 49.</summary>
    private const double LongestMinutes = 60 * 24 * 30;

    private static readonly Option<int?> Workers = new Option<int?>("--workers")
    {
        Description =
            "Workers side by side, never more than the search has candidates in flight (default: one per core); a supernet search has one. "
            + "0 leaves all to the nodes of --cluster.",
        HelpName = "N",
    }.Within(0, Most);

    private static readonly Option<int?> Threads = new Option<int?>("--threads-per-worker")
    {
        Description = "Threads of each worker (default: cores / workers). Part of the search: sums depend on it in the last bit.",
        HelpName = "M",
    }.Within(1, Most);

    private static readonly Option<string?> Isolation = new("--isolation")
    {
        Description =
            "process: workers are child processes (default where there is data to train on). inproc: they are in this process (default for "
            + "tables).",
    };

    private static readonly Option<double?> JobMinutes = new Option<double?>("--job-minutes")
    {
        Description = "A job that takes longer is killed and tried again.",
        HelpName = "MINUTES",
    }.Above(0, LongestMinutes);

    private static readonly Option<long?> JobMemory = new Option<long?>("--job-memory")
    {
        Description = "A worker that uses more is killed and its job tried again.",
        HelpName = "MIB",
    }.Within(1, MostMemory);

    private static readonly Option<int?> Failures = new Option<int?>("--failures")
    {
        Description = "Trials or steps in a row that may fail before the search ends (default 20).",
        HelpName = "N",
    }.Within(1);

    private static readonly Option<int> SilenceSeconds = new Option<int>("--silence-seconds")
    {
        Description = "A worker that gives no sign of life for this long is killed and its job tried again.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => (int)new LaunchOptions().Silence.TotalSeconds,
    }.Within(ShortestSilence, 60 * LongestMinutes);

    private static readonly Option<double?> CheckpointSeconds = new Option<double?>("--checkpoint-seconds")
    {
        Description = "Least time between two checkpoints of a supernet (default 20).",
        HelpName = "SECONDS",
    }.Within(0, 60 * LongestMinutes);

    private static readonly Option<double?> StrategyMinutes = new Option<double?>("--strategy-minutes")
    {
        Description = "A strategy that thinks longer about one call ends the search (default 10).",
        HelpName = "MINUTES",
    }.Above(0, LongestMinutes);

    private static readonly Option<string?> Device = new("--device")
    {
        Description = "Where tensors live: cpu, cuda:0.",
        HelpName = "DEVICE",
    };

    private static readonly Option<bool> AcceptPlugins = new("--accept-plugins")
    {
        Description = "Go on with a search although plugins it uses were replaced since it ran; the journal takes note.",
    };

    private static readonly Option<bool> WatchPlugins = new("--watch-plugins")
    {
        Description = "Swap a plugin in the running search when its file is replaced; 'nas plugins swap' does so once.",
    };

    static LaunchArguments() => Isolation.AcceptOnlyFromAmong("process", "inproc");

    public static void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            Workers, Threads, Isolation, JobMinutes, JobMemory, Failures, SilenceSeconds, CheckpointSeconds, StrategyMinutes, Device,
            AcceptPlugins, WatchPlugins, CommonOptions.Data, ClusterArguments.Cluster, ClusterArguments.Certificate,
            ClusterArguments.NoTls, ClusterArguments.StepHelpers, TagsOption.OfThisMachine,
        })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What they say.</summary>
    public static LaunchOptions Read(ParseResult parsed)
    {
        var cluster = ClusterArguments.Read(parsed);
        if (cluster is null && parsed.GetValue(Workers) == 0)
        {
            throw new InputException("--workers 0 leaves all trials to nodes, and none can join; give --cluster HOST:PORT too.");
        }

        return new LaunchOptions
        {
            Cluster = cluster,
            Failures = parsed.GetValue(Failures),
            Workers = parsed.GetValue(Workers),
            Tags = TagsOption.Read(parsed, TagsOption.OfThisMachine),
            ThreadsPerWorker = parsed.GetValue(Threads),
            InProcess = parsed.GetValue(Isolation) is { } isolation ? isolation == "inproc" : null,
            JobTime = Minutes(JobMinutes, parsed),
            JobMemory = Memory(parsed),
            CheckpointPeriod = parsed.GetValue(CheckpointSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            StrategyLimit = Minutes(StrategyMinutes, parsed),
            Silence = TimeSpan.FromSeconds(parsed.GetValue(SilenceSeconds)),
            Device = parsed.GetValue(Device),
            Data = parsed.GetValue(CommonOptions.Data),
            WatchPlugins = parsed.GetValue(WatchPlugins),
            AcceptPlugins = parsed.GetValue(AcceptPlugins),
            Plugins = parsed.GetValue(CommonOptions.Plugins) ?? [],
        };
    }

    private static long? Memory(ParseResult parsed) => parsed.GetValue(JobMemory) is not { } mebibytes ? null
        : OperatingSystem.IsLinux() ? mebibytes << 20
        : throw new InputException("What a worker uses is told by Linux alone, and this is another system; leave --job-memory out.");

    private static TimeSpan? Minutes(Option<double?> option, ParseResult parsed) =>
        parsed.GetValue(option) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
}
