using Akka.Actor;
using Akka.Event;
using Compat.Akka.Tests.Kit;

namespace Compat.Akka.Tests;

public sealed class ActorSelectionTests : ActorTest
{
    private sealed class Tree : UntypedActor
    {
        private readonly IActorRef _probe;

        public Tree(IActorRef probe, int depth)
        {
            _probe = probe;
            for (var i = 0; depth > 0 && i < 2; i++)
                Context.ActorOf(Props.Create(() => new Tree(probe, depth - 1)), $"c{i}");
            probe.Tell("born");
        }

        protected override void OnReceive(object message)
        {
            if (message is (string path, string payload))
                Context.ActorSelection(path).Tell(payload);
            else
                _probe.Tell($"{Self.Path.ToStringWithoutAddress()} {message}");
        }
    }

    private async Task<(Probe Probe, IActorRef Root)> NewTree()
    {
        var probe = NewProbe("probe");
        var root = System.ActorOf(Props.Create(() => new Tree(probe.Ref, 2)), "tree");
        for (var i = 0; i < 7; i++)
            await probe.Expect("born");
        return (probe, root);
    }

    private static async Task<string[]> Collect(Probe probe, int count)
    {
        var messages = new string[count];
        for (var i = 0; i < count; i++)
            messages[i] = await probe.Next<string>();
        return messages;
    }

    [Theory]
    [InlineData("/user/tree/c0", "/user/tree/c0")]
    [InlineData("akka://test/user/tree/c1/c0", "/user/tree/c1/c0")]
    [InlineData("/user/tree/*", "/user/tree/c0,/user/tree/c1")]
    [InlineData("/user/tree/*/c1", "/user/tree/c0/c1,/user/tree/c1/c1")]
    [InlineData("/user/tree/c?", "/user/tree/c0,/user/tree/c1")]
    [InlineData("/user/tree/c0/../c1", "/user/tree/c1")]
    [InlineData("/user/tree/**", "/user/tree/c0,/user/tree/c1,/user/tree/c0/c0,/user/tree/c0/c1,/user/tree/c1/c0,/user/tree/c1/c1")]
    public async Task A_path_reaches_what_it_names(string path, string expected)
    {
        var (probe, _) = await NewTree();

        System.ActorSelection(path).Tell("hi");

        var paths = expected.Split(',');
        (await Collect(probe, paths.Length)).Should().BeEquivalentTo(paths.Select(p => $"{p} hi"));
        await probe.ExpectNothingSoFar();
    }

    [Theory]
    [InlineData("c0", "/user/tree/c0")]
    [InlineData("../tree/c1", "/user/tree/c1")]
    public async Task A_relative_path_starts_at_the_actor(string path, string expected)
    {
        var (probe, root) = await NewTree();

        root.Tell((path, "hi"));

        await probe.Expect($"{expected} hi");
    }

    [Fact]
    public async Task ResolveOne_finds_the_actor_or_throws()
    {
        var (_, root) = await NewTree();

        (await System.ActorSelection("/user/tree").ResolveOne(TimeSpan.FromSeconds(60))).Should().Be(root);
        await System.Awaiting(s => s.ActorSelection("/user/none").ResolveOne(TimeSpan.FromSeconds(60))).Should().ThrowAsync<ActorNotFoundException>();
    }

    [Fact]
    public async Task A_message_to_nobody_is_a_dead_letter()
    {
        var letters = Listen<DeadLetter>();

        System.ActorSelection("/user/none").Tell("lost");

        (await letters.Next<DeadLetter>()).Message.Should().Be("lost");
    }

    [Fact]
    public async Task A_selection_can_be_asked()
    {
        ActorOf((message, context) => context.Sender.Tell(message), "echo");

        (await System.ActorSelection("/user/echo").Ask<string>("hi")).Should().Be("hi");
    }
}
