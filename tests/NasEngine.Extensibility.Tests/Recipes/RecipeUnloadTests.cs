namespace NasEngine.Extensibility.Tests.Recipes;

[Collection(nameof(AloneCollection))]
public sealed class RecipeUnloadTests : RecipeTest
{
    private static int Loaded => AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name!.StartsWith("recipe-"));

    [Fact]
    public async Task Two_hundred_recipes_leave_no_assembly_behind()
    {
        for (var i = 0; i < 200; i++)
        {
            await Run($$"""record Pair(int A, int B); await Task.Yield(); Print(new Pair({{i}}, 2).A);""");
        }

        for (var round = 0; round < 20 && Loaded > 0; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Runner.Printed.Should().HaveCount(200).And.EndWith("199");
        Loaded.Should().Be(0);
    }
}
