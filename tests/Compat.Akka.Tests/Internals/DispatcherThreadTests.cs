using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests.Internals;

public sealed class DispatcherThreadTests() : ActorTest("pinned { type = PinnedDispatcher }")
{
    [Fact]
    public async Task The_thread_of_a_pinned_actor_ends_with_it()
    {
        var actor = System.ActorOf(PropsOf((_, context) => context.Sender.Tell(Thread.CurrentThread)).WithDispatcher("pinned"));
        var thread = await actor.Ask<Thread>("?");

        (await actor.GracefulStop(TimeSpan.FromSeconds(60))).Should().BeTrue();

        thread.Join(TimeSpan.FromSeconds(60)).Should().BeTrue();
    }
}
