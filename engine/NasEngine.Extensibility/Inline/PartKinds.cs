using NasEngine.Contracts;
using NasEngine.Extensibility.Plugins;

namespace NasEngine.Extensibility.Inline;

/// <summary>The kinds of part that a recipe can hold.</summary>
internal static class PartKinds
{
    private static readonly Dictionary<Type, (Type Setup, Action<PartCollector, string, PartCode> Offer)> Known = new()
    {
        [typeof(ISearchSpace)] = (typeof(NoSetup), Offer<ISearchSpace, NoSetup>),
        [typeof(IStrategy)] = (typeof(StrategySetup), Offer<IStrategy, StrategySetup>),
        [typeof(IObjective)] = (typeof(NoSetup), Offer<IObjective, NoSetup>),
        [typeof(IEstimator)] = (typeof(EstimatorSetup), Offer<IEstimator, EstimatorSetup>),
        [typeof(IDataset)] = (typeof(NoSetup), Offer<IDataset, NoSetup>),
    };

    /// <summary>What a kind is made with.</summary>
    public static Type SetupOf(Type kind) => Known[kind].Setup;

    /// <summary>The kind of this name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static Type Named(string name) => Known.Keys.FirstOrDefault(kind => kind.FullName == name)
        ?? throw new InputException($"This program knows no parts of kind '{name}' in recipes.");

    /// <summary>Offers a part.</summary>
    public static PartCollector Offer(Type kind, string id, PartCode code)
    {
        var collector = new PartCollector();
        Known[kind].Offer(collector, id, code);
        return collector;
    }

    private static void Offer<TPart, TSetup>(PartCollector collector, string id, PartCode code)
        where TPart : class
        where TSetup : class => collector.Add<TPart, TSetup, IReadOnlyDictionary<string, object?>>(
            id,
            "written in a recipe",
            options =>
            {
                options.Text(InlineId.Code, "", "hash of the code that it reaches");
                return code.Read(options);
            },
            (values, setup) => (TPart)code.Make(values, setup));
}
