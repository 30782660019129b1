using Akka.Actor;
using Akka.Event;
using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests.Actors;

public sealed class SearchSystemTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Actors_warnings_and_errors_go_to_the_observer_and_the_rest_nowhere()
    {
        var observer = new Listener();
        var system = SearchSystem.Start(observer);
        system.Log.Info("of no interest");
        system.DeadLetters.Tell("to nobody");
        system.Log.Warning("the first");
        system.Log.Error(new IOException("no room"), "the second");

        (await observer.Second.Task.WaitAsync(Patience)).Should().Equal(
            "ActorSystem(nas): the first", "ActorSystem(nas): the second (IOException: no room)");
        await system.Terminate();
    }

    [Fact]
    public async Task An_actor_that_fails_and_is_restarted_is_told_to_the_observer()
    {
        var observer = new Listener();
        var system = SearchSystem.Start(observer);
        var fragile = system.ActorOf(Props.Create(() => new Fragile()), "fragile");

        fragile.Tell("out of order");
        fragile.Tell("out of order again");

        (await observer.Second.Task.WaitAsync(Patience)).Should().Equal(
            "akka://nas/user/fragile: out of order", "akka://nas/user/fragile: out of order again");
        await system.Terminate();
    }

    [Fact]
    public void Nothing_is_configured_to_be_printed()
    {
        using var system = SearchSystem.Start(new Listener());
        system.Settings.Loggers.Should().BeEmpty();
        system.Settings.StdoutLogLevel.Should().Be("OFF");
        system.Settings.LogDeadLetters.Should().Be(0);
    }

    private sealed class Fragile : ReceiveActor
    {
        public Fragile() => Receive<string>(message => throw new InvalidOperationException(message));
    }

    private sealed class Listener : ISearchObserver
    {
        private readonly List<string> _notes = [];

        public TaskCompletionSource<string[]> Second { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Changed(SearchState state)
        {
        }

        public void WorkerStarted(int slot, WorkerReady ready)
        {
        }

        public void JobProgress(int slot, string stage, long done, long total)
        {
        }

        public void Note(string sentence)
        {
            _notes.Add(sentence);
            if (_notes.Count == 2)
            {
                Second.SetResult([.. _notes]);
            }
        }
    }
}
