using NasEngine.Contracts;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>Swaps that race stops, losses and kills. <c>NASENGINE_RACES</c> says how many races of each kind are run.</summary>
public sealed class SwapRaceTests
{
    private static int Races => int.Parse(Environment.GetEnvironmentVariable("NASENGINE_RACES") ?? "6");

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task However_they_meet_the_search_ends_as_one_left_alone(WorkKind kind)
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec(kind));
        var (story, swapped) = (undisturbed.Story(), 0);
        for (var seed = 0; seed < Races; seed++)
        {
            using var race = new SwapRace(kind, seed);
            (await race.RunAsync()).Should().Be(story, "seed {0} changes nothing", seed);
            swapped += race.Swapped;
        }

        swapped.Should().BePositive("the races swap plugins");
    }
}
