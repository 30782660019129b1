using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class PipeToTests : ActorTest
{
    [Fact]
    public async Task The_result_is_told_as_it_is_or_mapped()
    {
        var probe = NewProbe();

        await Task.FromResult(42).PipeTo(probe.Ref);
        await Task.FromResult(42).PipeTo(probe.Ref, success: n => $"got {n}");
        await ValueTask.FromResult(42).PipeTo(probe.Ref);

        await probe.Expect(42, "got 42", 42);
    }

    [Fact]
    public async Task A_failure_is_told_as_a_status_or_mapped()
    {
        var probe = NewProbe();
        var cause = new InvalidOperationException("bad");

        await Task.FromException<int>(cause).PipeTo(probe.Ref);
        (await probe.Next<Status.Failure>()).Cause.Should().BeSameAs(cause);

        await Task.FromException<int>(cause).PipeTo(probe.Ref, failure: e => e.Message);
        await probe.Expect("bad");
    }

    [Fact]
    public async Task A_cancelled_task_is_a_failure()
    {
        var probe = NewProbe();

        await Task.FromCanceled<int>(new CancellationToken(true)).PipeTo(probe.Ref);

        (await probe.Next<Status.Failure>()).Cause.Should().BeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task A_task_without_a_result_tells_success_only_when_mapped()
    {
        var probe = NewProbe();

        await Task.CompletedTask.PipeTo(probe.Ref);
        await probe.ExpectNothingSoFar();
        await Task.CompletedTask.PipeTo(probe.Ref, success: () => "done");
        await probe.Expect("done");
    }

    [Fact]
    public async Task The_sender_is_the_one_given()
    {
        var (probe, sender) = (NewProbe(), NewProbe());

        await Task.FromResult(1).PipeTo(probe.Ref, sender.Ref);

        await probe.Expect(1);
        probe.LastSender.Should().Be(sender.Ref);
    }
}
