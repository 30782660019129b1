using Akka.Actor;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class GuardianTests() : ActorTest("akka.actor.guardian-supervisor-strategy = \"Compat.Akka.Tests.EscalatingStrategy, Compat.Akka.Tests\"")
{
    [Fact]
    public async Task A_failure_escalated_to_the_root_ends_the_system()
    {
        ActorOf((_, _) => throw new InvalidOperationException("fatal")).Tell("go");

        await System.WhenTerminated.WaitAsync(TimeSpan.FromSeconds(60));
    }
}

public sealed class EscalatingStrategy : SupervisorStrategyConfigurator
{
    public override SupervisorStrategy Create() => new OneForOneStrategy(_ => Directive.Escalate);
}
