using Akka.Actor;
using Akka.Configuration;

namespace Compat.Akka.Tests.Internals;

public sealed class ShutdownPhasesTests
{
    [Fact]
    public void Phases_that_depend_on_each_other_in_a_circle_are_refused()
    {
        var circle = ConfigurationFactory.ParseString("default-phase-timeout = 1s, phases { a { depends-on = [b] }, b { depends-on = [a] } }");

        FluentActions.Invoking(() => ShutdownPhases.Read(circle)).Should().Throw<ArgumentException>().WithMessage("*circle*");
    }
}
