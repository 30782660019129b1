using Akka.Actor;
using Akka.TestKit.Xunit2;
using NasEngine.Pipeline.Actors;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests.Actors;

/// <summary>A strategy that comes too late.</summary>
public sealed class SamplerActorTests : TestKit
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly ToyParts _parts = new();
    private readonly SteppedClock _clock = new();

    [Fact]
    public async Task A_turn_that_does_not_return_is_given_up_and_its_late_answer_counts_for_nothing()
    {
        using var thinking = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        _parts.OnPropose = _ =>
        {
            thinking.Set();
            goOn.Wait(TimeSpan.FromMinutes(1));
        };
        var sampler = Sampler();
        sampler.Tell(new TakeTurn(new SearchState(ToyParts.Spec()), false), TestActor);
        thinking.Wait(TimeSpan.FromMinutes(1)).Should().BeTrue();

        _clock.Advance(2 * Limit);

        await ExpectMsgAsync(new PartFailed("Strategy 'trials' did not return within 600 seconds."));
        goOn.Set();
        _parts.OnPropose = null;
        sampler.Tell(new SaveStrategy(), TestActor);
        await ExpectMsgAsync<StrategySaved>();
        await ExpectNoMsgAsync(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_turn_that_waits_for_the_machine_to_measure_on_is_not_given_up()
    {
        using var thinking = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        _parts.OnPropose = _ =>
        {
            thinking.Set();
            goOn.Wait(TimeSpan.FromMinutes(1));
        };
        var sampler = Sampler(pauses: () => true);
        sampler.Tell(new TakeTurn(new SearchState(ToyParts.Spec()), false), TestActor);
        thinking.Wait(TimeSpan.FromMinutes(1)).Should().BeTrue();

        _clock.Advance(2 * Limit);

        goOn.Set();
        await ExpectMsgAsync<TurnTaken>();
    }

    private IActorRef Sampler(Func<bool>? pauses = null)
    {
        var parts = PreparedSearch.From(ToyParts.Spec(), _parts).Parts;
        var calls = new PartWatch(Limit, _clock, pauses);
        return ActorOfAsTestActorRef<SamplerActor>(Props.Create(() => new SamplerActor(parts, "trials", calls)), TestActor);
    }
}
