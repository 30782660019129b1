using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests.Internals;

public sealed class NullMessageTests : ActorTest
{
    [Fact]
    public void A_null_message_is_refused()
    {
        var actor = ActorOf((_, _) => { });

        actor.Invoking(a => a.Tell(null!)).Should().Throw<InvalidMessageException>();
    }
}
