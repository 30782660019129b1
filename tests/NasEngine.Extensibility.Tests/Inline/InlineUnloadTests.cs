using System.Runtime.CompilerServices;
using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Tests.Inline;

[Collection(nameof(AloneCollection))]
public sealed class InlineUnloadTests : InlineTest
{
    [Fact]
    public async Task A_part_stays_until_the_last_that_is_leased_is_given_back_and_then_goes()
    {
        var objective = await Objective("trial => trial[\"a\"] * 2");
        var id = Catalog.HashesOf(Spec).Single().Key;

        UseWhileExcluded(objective, id);
        Catalog.ProveUnloads();
        State(id).Should().Be(PluginState.Unloaded);
    }

    [Fact]
    public async Task Fifty_recipes_with_parts_leave_no_assembly_behind()
    {
        for (var i = 0; i < 50; i++)
        {
            await Once(i);
        }

        for (var round = 0; round < 20 && Loaded > 0; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Loaded.Should().Be(0);
    }

    private static int Loaded => AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name!.StartsWith("recipe-"));

    private PluginState State(string id) => Catalog.Plugins.Single(plugin => plugin.Id == id).State;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UseWhileExcluded(ComponentSpec objective, string id)
    {
        using var leased = Catalog.Lease<IObjective, NoSetup>(objective, NoSetup.Value);
        Catalog.Exclude(id);
        Catalog.ProveUnloads();
        State(id).Should().Be(PluginState.Draining);
        leased.Part.Score(new Dictionary<string, double> { ["a"] = 2 }).Should().Be(4);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task Once(int number)
    {
        var objective = await Objective($"trial => trial[\"a\"] * {number}", "var name = \"x\";\nrecord Pair(int A, int B);");
        Score(objective, ("a", 2)).Should().Be(2 * number);
        Catalog.Exclude(Catalog.HashesOf(Spec).Single().Key);
    }
}
