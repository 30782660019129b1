using Akka.Actor;

namespace Compat.Akka.Tests.Internals;

public sealed class PropsExpressionTests
{
    private sealed class Plain : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }

    [Fact]
    public void An_expression_that_is_not_new_is_refused()
    {
        FluentActions.Invoking(() => Props.Create(() => Make())).Should().Throw<ArgumentException>();
    }

    private static Plain Make() => throw new InvalidOperationException();
}
