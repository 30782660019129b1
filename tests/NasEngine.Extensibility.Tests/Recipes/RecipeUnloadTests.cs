namespace NasEngine.Extensibility.Tests.Recipes;

[Collection(nameof(AloneCollection))]
public sealed class RecipeUnloadTests : RecipeTest
{
    private const long Slack = 2 << 20;

    private static int Loaded => AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name!.StartsWith("recipe-"));

    [Fact]
    public async Task Two_hundred_recipes_leave_no_assembly_behind_and_memory_where_it_was()
    {
        await RunMany(0, 20);
        var before = Memory();

        await RunMany(20, 200);

        (Memory() - before).Should().BeLessThan(Slack);
        Runner.Printed.Should().HaveCount(200).And.EndWith("199");
        Loaded.Should().Be(0);
    }

    private async Task RunMany(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            await Run($$"""record Pair(int A, int B); await Task.Yield(); Print(new Pair({{i}}, 2).A);""");
        }
    }

    /// <summary>Managed memory when nothing is left to unload.</summary>
    private static long Memory()
    {
        for (var round = 0; round < 20 && Loaded > 0; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
