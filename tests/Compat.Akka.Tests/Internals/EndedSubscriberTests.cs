using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests.Internals;

public sealed class EndedSubscriberTests : ActorTest
{
    private sealed record Report;

    [Fact]
    public async Task An_ended_subscriber_is_unsubscribed()
    {
        var probe = Listen<Report>();
        (await probe.Ref.GracefulStop(TimeSpan.FromSeconds(60))).Should().BeTrue();

        System.EventStream.Unsubscribe(probe.Ref).Should().BeFalse();
    }
}
