using Akka.Actor;
using Akka.Configuration;

namespace NasEngine.Benchmarks.Actors;

/// <summary>
/// Messages per second between actors. The goals are the rates of Akka.NET itself on two cores. Each figure is the median
/// of the rounds; a message is counted when it is handled.
/// </summary>
public sealed class ActorsBenchmark : IBenchmark
{
    private const int Rounds = 7;

    private static readonly (string Name, double Goal, int Messages, Func<ActorSystem, int, Task> Work)[] Cases =
    [
        ("tell", 8.5, 4_000_000, Workloads.Tell),
        ("ping-pong", 2.9, 2_000_000, Workloads.PingPong),
        ("ask", 0.4, 400_000, Workloads.Ask),
    ];

    public string Name => "actors";

    public BenchmarkReport Run(string[] args)
    {
        using var system = ActorSystem.Create("bench", ConfigurationFactory.ParseString("akka { loglevel = WARNING, log-dead-letters = off }"));
        var rows = Cases.Select(c => Measure(system, c.Name, c.Goal, c.Messages, c.Work)).ToArray();
        return new BenchmarkReport(
            Name,
            "Million messages per second, and bytes allocated per message. Tell: one thread to one actor. Ping-pong: one message in flight in each of as many pairs as cores. Ask: one question after the other, one line of questions per core.",
            rows);
    }

    private static Dictionary<string, object> Measure(ActorSystem system, string name, double goal, int messages, Func<ActorSystem, int, Task> work)
    {
        work(system, messages).Wait();
        var samples = Enumerable.Range(0, Rounds).Select(_ => Sample.Take(() => work(system, messages).Wait())).ToArray();
        var rate = BenchmarkArguments.Median(samples.Select(s => messages / s.Elapsed.TotalSeconds / 1e6));
        return new Dictionary<string, object>
        {
            ["case"] = name,
            ["million_per_second"] = rate,
            ["goal"] = goal,
            ["ratio"] = rate / goal,
            ["processor_ns_per_message"] = BenchmarkArguments.Median(samples.Select(s => s.Processor.TotalNanoseconds / messages)),
            ["bytes_per_message"] = BenchmarkArguments.Median(samples.Select(s => (double)s.Bytes / messages)),
        };
    }
}
