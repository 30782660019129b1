using Akka.Event;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class EventStreamTests : ActorTest
{
    private interface INews;

    private record Report : INews;

    private sealed record Special : Report;

    [Fact]
    public async Task Subscribers_get_the_type_its_subtypes_and_implementations_of_an_interface()
    {
        var (exact, basis, contract) = (NewProbe(), NewProbe(), NewProbe());
        System.EventStream.Subscribe<Special>(exact.Ref).Should().BeTrue();
        System.EventStream.Subscribe<Report>(basis.Ref).Should().BeTrue();
        System.EventStream.Subscribe<INews>(contract.Ref).Should().BeTrue();

        System.EventStream.Publish(new Report());
        System.EventStream.Publish(new Special());

        await exact.Expect(new Special());
        await basis.Expect(new Report(), new Special());
        await contract.Expect(new Report(), new Special());
    }

    [Fact]
    public async Task A_subscriber_of_two_types_of_one_event_gets_it_once()
    {
        var probe = NewProbe();
        System.EventStream.Subscribe(probe.Ref, typeof(Report));
        System.EventStream.Subscribe(probe.Ref, typeof(INews));
        System.EventStream.Subscribe(probe.Ref, typeof(INews)).Should().BeFalse();

        System.EventStream.Publish(new Report());

        await probe.Expect(new Report());
        await probe.ExpectNothingSoFar();
    }

    [Fact]
    public async Task Unsubscribing_ends_delivery()
    {
        var probe = Listen<Report>();
        System.EventStream.Publish(new Report());
        await probe.Expect(new Report());

        System.EventStream.Unsubscribe<Report>(probe.Ref).Should().BeTrue();
        System.EventStream.Unsubscribe<Report>(probe.Ref).Should().BeFalse();
        System.EventStream.Publish(new Report());

        await probe.ExpectNothingSoFar();
    }
}
