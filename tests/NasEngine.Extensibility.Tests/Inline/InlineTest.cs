using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;
using NasEngine.Extensibility.Recipes;
using NasEngine.Extensibility.Tests.Recipes;

namespace NasEngine.Extensibility.Tests.Inline;

/// <summary>Recipes that hold parts, a catalogue that takes them, and a folder that keeps their files after a recipe is over.</summary>
public abstract class InlineTest : RecipeTest
{
    /// <summary>The classes of a small space, strategy, objective and estimator.</summary>
    private protected const string Classes = """
        class Widths(int layers) : ISearchSpace
        {
            public DecisionSpace Decisions { get; } = new("widths", Enumerable.Range(0, layers)
                .Select(i => new Decision($"layer {i}", [.. new[] { 8, 16, 32 }.Select(width => width.ToString())])));
            public ImmutableSortedDictionary<string, Architecture> References => ImmutableSortedDictionary<string, Architecture>.Empty;
            public string Format(Architecture architecture) => architecture.Key;
            public Architecture Parse(string text) => throw new InputException("no text");
            public ArchitectureCost Cost(Architecture architecture) => new(8 << architecture.Values[0], 1, 1);
        }

        class Climber(StrategySetup setup, int patience = 5) : IStrategy
        {
            public int Patience => patience;
            public WorkKind Kind => WorkKind.Trials;
            public StrategyStatus Status => StrategyStatus.Empty;
            public WorkItem? Propose(ProposalContext context) =>
                new Trial(setup.Space.Decisions.Sample(context.Random("climb")), Fidelity.Full);
            public void Observe(Observation observation) { }
            public ImmutableArray<Architecture> Recommend(int count) => [];
            public void Save(IBufferWriter<byte> state) { }
            public void Restore(ReadOnlyMemory<byte> state) { }
        }

        """;

    private readonly List<PluginCopy> _copies = [];

    private protected PluginCatalog Catalog { get; } = Empty();

    /// <summary>The files of the parts that were taken, where another process finds them.</summary>
    private protected IReadOnlyList<PluginCopy> Copies => _copies;

    private protected SearchSpec Spec => Runner.Specs[^1];

    private protected static PluginCatalog Empty(params PluginCopy[] copies) =>
        new(new PluginCatalogOptions { CacheFolder = "unused", Copies = copies });

    private protected Task Define(string text, params (string Name, string Value)[] set) => DefineIn("recipe.csx", text, set);

    private protected Task DefineIn(string file, string text, params (string Name, string Value)[] set) => new RecipeRunner(Folder.Of("cache"), Take).RunAsync(
        Folder.Write(file, text), set.Aggregate(OptionBag.Empty, (bag, pair) => bag.With(pair.Name, pair.Value)), Runner, CancellationToken.None);

    private protected async Task<string> Refused(string text) =>
        (await FluentActions.Awaiting(() => Define(text)).Should().ThrowAsync<InputException>()).Which.Message;

    /// <summary>The component of the objective <c>.Objective(…)</c>, with lines of the recipe before its search.</summary>
    private protected async Task<ComponentSpec> Objective(string written, string before = "", string after = "", string file = "recipe.csx")
    {
        await DefineIn(file, $"{before}\nawait Search(\"a\").Space(\"s\").Strategy(\"r\").Budget(trials: 2).Objective({written}).RunAsync();\n{after}");
        return ((OfferedObjective)Spec.Objective).Component;
    }

    private protected double? Score(ComponentSpec objective, params (string Name, double Value)[] metrics) =>
        Catalog.Create<IObjective, NoSetup>(objective, NoSetup.Value).Score(metrics.ToDictionary(one => one.Name, one => one.Value));

    private void Take(PluginCopy copy)
    {
        Catalog.Include(copy);
        var kept = copy with { Path = Folder.Of(Path.GetFileName(copy.Path)) };
        File.Copy(copy.Path, kept.Path, overwrite: true);
        _copies.Add(kept);
    }
}
