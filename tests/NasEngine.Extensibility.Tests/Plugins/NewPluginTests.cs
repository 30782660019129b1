namespace NasEngine.Extensibility.Tests.Plugins;

/// <summary>
/// What <c>nas new plugin</c> writes compiles without a warning and passes its tests, whatever its kind; and the recipe that comes with
/// it, and that of <c>nas new recipe</c>, compile and describe a search.
/// </summary>
public sealed class NewPluginTests : Recipes.RecipeTest
{
    private static readonly string Templates = Repository.Path("host", "NasEngine.Host", "Making", "Templates");

    private static readonly Dictionary<string, Lazy<CompiledTests>> Plugins = Directory.GetDirectories(Path.Combine(Templates, "plugin"))
        .Where(folder => Path.GetFileName(folder) is not "common" and not "feed")
        .ToDictionary(folder => Path.GetFileName(folder), folder => new Lazy<CompiledTests>(() => CompiledTests.Of(
            "New", Directory.GetFiles(folder, "*.cs.template", SearchOption.AllDirectories).Select(Filled))));

    public static IEnumerable<object[]> Facts =>
        Plugins.SelectMany(plugin => plugin.Value.Value.All.Select(one => new object[] { plugin.Key, one.Type, one.Fact }));

    public static TheoryData<string> WrittenRecipes =>
        [.. Directory.GetFiles(Templates, "*.csx.template", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Templates, path))];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_new_plugin_passes_its_tests(string kind, string tests, string fact) => Plugins[kind].Value.Run(tests, fact);

    [Theory]
    [MemberData(nameof(WrittenRecipes))]
    public async Task A_recipe_that_is_written_runs_a_search(string template)
    {
        await Run(Filled(Path.Combine(Templates, template)));

        Runner.Specs.Should().ContainSingle();
        Runner.Printed[0].Should().StartWith("result of ");
    }

    private static string Filled(string path) => File.ReadAllText(path)
        .Replace("__Name__", "PatientClimbing").Replace("__id__", "patient-climbing");
}
