using Akka.Actor;
using Akka.Configuration;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class DispatcherTests() : ActorTest("""
    pinned { type = PinnedDispatcher }
    pool { type = ForkJoinDispatcher, throughput = 1, dedicated-thread-pool { thread-count = 2 } }
    """)
{
    private IActorRef ThreadTeller(string dispatcher) => System.ActorOf(
        PropsOf((_, context) => context.Sender.Tell(Thread.CurrentThread)).WithDispatcher(dispatcher));

    [Fact]
    public async Task A_pinned_dispatcher_gives_each_actor_a_thread_of_its_own()
    {
        var (first, second) = (ThreadTeller("pinned"), ThreadTeller("pinned"));

        var one = await first.Ask<Thread>("?");
        (await first.Ask<Thread>("?")).Should().BeSameAs(one);
        var other = await second.Ask<Thread>("?");

        other.Should().NotBeSameAs(one);
        one.IsThreadPoolThread.Should().BeFalse();
        one.IsBackground.Should().BeTrue();
    }

    [Fact]
    public async Task A_dedicated_pool_has_as_many_threads_as_configured()
    {
        var actors = Enumerable.Range(0, 6).Select(_ => ThreadTeller("pool")).ToArray();

        var threads = new HashSet<Thread>();
        for (var round = 0; round < 20; round++)
        {
            foreach (var answer in await Task.WhenAll(actors.Select(a => a.Ask<Thread>("?"))))
                threads.Add(answer);
        }

        threads.Should().HaveCountLessThanOrEqualTo(2).And.OnlyContain(t => !t.IsThreadPoolThread);
    }

    [Fact]
    public void An_unknown_dispatcher_is_an_error_of_configuration()
    {
        this.Invoking(t => t.ThreadTeller("missing")).Should().Throw<ConfigurationException>().WithMessage("*[missing]*");
    }

    [Fact]
    public async Task The_configuration_of_a_path_overrides_the_props()
    {
        using var system = ActorSystem.Create("deployed", ConfigurationFactory.ParseString("""
            akka { loggers = [], log-dead-letters = off }
            akka.actor.deployment { /special { dispatcher = pinned } }
            pinned { type = PinnedDispatcher }
            """));

        var special = system.ActorOf(PropsOf((_, context) => context.Sender.Tell(context.Dispatcher.Id)), "special");

        (await special.Ask("?")).Should().Be("pinned");
    }
}
