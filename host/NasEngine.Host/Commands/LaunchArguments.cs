using System.CommandLine;
using NasEngine.Contracts;
using NasEngine.Host.Composition;

namespace NasEngine.Host.Commands;

/// <summary>Options of commands that run searches.</summary>
internal static class LaunchArguments
{
    private const int ShortestSilence = 3;
    private const int Most = 1024;
    private const double LongestMinutes = 60 * 24 * 365;

    private static readonly Option<int?> Workers = new("--workers")
    {
        Description = "Workers side by side, never more than the search has candidates in flight (default: one per core); a supernet search has one.",
        HelpName = "N",
    };

    private static readonly Option<int?> Threads = new("--threads-per-worker")
    {
        Description = "Threads of each worker (default: cores / workers). Part of the search: sums depend on it in the last bit.",
        HelpName = "M",
    };

    private static readonly Option<string?> Isolation = new("--isolation")
    {
        Description = "process: workers are child processes (default where there is data to train on). inproc: they are in this process (default for tables).",
    };

    private static readonly Option<double?> JobMinutes = new("--job-minutes")
    {
        Description = "A job that takes longer is killed and tried again.",
        HelpName = "MINUTES",
    };

    private static readonly Option<long?> JobMemory = new("--job-memory")
    {
        Description = "A worker that uses more is killed and its job tried again.",
        HelpName = "MIB",
    };

    private static readonly Option<int?> Failures = new("--failures")
    {
        Description = "Trials or steps in a row that may fail before the search ends (default 20).",
        HelpName = "N",
    };

    private static readonly Option<int> SilenceSeconds = new("--silence-seconds")
    {
        Description = "A worker that gives no sign of life for this long is killed and its job tried again.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => (int)new LaunchOptions().Silence.TotalSeconds,
    };

    private static readonly Option<double?> CheckpointSeconds = new("--checkpoint-seconds")
    {
        Description = "Least time between two checkpoints of a supernet (default 20).",
        HelpName = "SECONDS",
    };

    private static readonly Option<double?> StrategyMinutes = new("--strategy-minutes")
    {
        Description = "A strategy that thinks longer about one call ends the search (default 10).",
        HelpName = "MINUTES",
    };

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
        foreach (var option in new Option[] { Workers, Threads, Isolation, JobMinutes, JobMemory, Failures, SilenceSeconds, CheckpointSeconds, StrategyMinutes, Device, AcceptPlugins, WatchPlugins, CommonOptions.Data })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="InputException">A number that cannot be.</exception>
    public static LaunchOptions Read(ParseResult parsed)
    {
        var (workers, threads) = (parsed.GetValue(Workers), parsed.GetValue(Threads));
        if (workers is < 1 or > Most || threads is < 1 or > Most)
        {
            throw new InputException($"--workers and --threads-per-worker must be from 1 to {Most}.");
        }

        var silence = parsed.GetValue(SilenceSeconds);
        if (silence < ShortestSilence)
        {
            throw new InputException($"--silence-seconds must be at least {ShortestSilence}; workers give a sign every second.");
        }

        if (parsed.GetValue(JobMemory) is < 1 or > 1L << 40)
        {
            throw new InputException("--job-memory must be from 1 to 1099511627776 MiB.");
        }

        if (parsed.GetValue(Failures) is < 1)
        {
            throw new InputException("--failures must be at least 1.");
        }

        return new LaunchOptions
        {
            Failures = parsed.GetValue(Failures),
            Workers = workers,
            ThreadsPerWorker = threads,
            InProcess = parsed.GetValue(Isolation) is { } isolation ? isolation == "inproc" : null,
            JobTime = Minutes(JobMinutes, parsed),
            JobMemory = parsed.GetValue(JobMemory) << 20,
            CheckpointPeriod = parsed.GetValue(CheckpointSeconds) switch
            {
                null => null,
                >= 0 and <= LongestMinutes and var seconds => TimeSpan.FromSeconds(seconds),
                _ => throw new InputException($"--checkpoint-seconds must be from 0 to {LongestMinutes}."),
            },
            StrategyLimit = Minutes(StrategyMinutes, parsed),
            Silence = TimeSpan.FromSeconds(silence),
            Device = parsed.GetValue(Device),
            Data = parsed.GetValue(CommonOptions.Data),
            WatchPlugins = parsed.GetValue(WatchPlugins),
            AcceptPlugins = parsed.GetValue(AcceptPlugins),
            Plugins = parsed.GetValue(CommonOptions.Plugins) ?? [],
        };
    }

    private static TimeSpan? Minutes(Option<double?> option, ParseResult parsed) => parsed.GetValue(option) switch
    {
        null => null,
        > 0 and <= LongestMinutes and var minutes => TimeSpan.FromMinutes(minutes),
        _ => throw new InputException($"{option.Name} must be above 0 and at most {LongestMinutes}, a year."),
    };
}
