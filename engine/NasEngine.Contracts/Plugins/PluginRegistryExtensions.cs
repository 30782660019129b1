namespace NasEngine.Contracts;

/// <summary>A method per kind of part.</summary>
public static class PluginRegistryExtensions
{
    /// <summary>Offers a search space.</summary>
    public static void Space<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read, Func<TOptions, ISearchSpace> create) =>
        registry.Add<ISearchSpace, NoSetup, TOptions>(id, summary, read, (options, _) => create(options));

    /// <summary>Offers a search space that holds other spaces.</summary>
    public static void Space<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read,
        Func<TOptions, SpaceSetup, ISearchSpace> create) =>
        registry.Add(id, summary, read, create);

    /// <summary>Offers a strategy.</summary>
    public static void Strategy<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read,
        Func<TOptions, StrategySetup, IStrategy> create) =>
        registry.Add(id, summary, read, create);

    /// <summary>Offers an objective.</summary>
    public static void Objective<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read, Func<TOptions, IObjective> create) =>
        registry.Add<IObjective, NoSetup, TOptions>(id, summary, read, (options, _) => create(options));

    /// <summary>Offers a data set, which has the option <c>take</c> besides its own: so many of the training examples only.</summary>
    public static void Dataset<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read, Func<TOptions, IDataset> create) =>
        registry.Add<IDataset, NoSetup, (TOptions Own, int Take)>(
            id, summary, reader => (read(reader), DataSubset.Read(reader)),
            (options, _) => options.Take > 0 ? new DataSubset(create(options.Own), options.Take) : create(options.Own));

    /// <summary>Offers an estimator.</summary>
    public static void Estimator<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read,
        Func<TOptions, EstimatorSetup, IEstimator> create) =>
        registry.Add(id, summary, read, create);

    /// <summary>Offers a profiler.</summary>
    public static void Profiler<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read,
        Func<TOptions, EstimatorSetup, IProfiler> create) =>
        registry.Add(id, summary, read, create);

    /// <summary>Offers a cost model, such as a table of latencies.</summary>
    public static void CostModel<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read,
        Func<TOptions, CostModelSetup, ICostModel> create) =>
        registry.Add(id, summary, read, create);
}
