namespace NasEngine.Contracts;

/// <summary>Takes what plugins offer. <see cref="PluginRegistryExtensions"/> has a method per kind.</summary>
public interface IPluginRegistry
{
    /// <summary>
    /// Offers a part. <paramref name="read"/> reads its options from their reader and does nothing else: it is also run on
    /// no options at all, to list them.
    /// </summary>
    /// <param name="id">Name in recipes, lower case with dashes; unique among parts of its kind.</param>
    /// <param name="summary">One line for listings.</param>
    /// <param name="read">Reads and checks the options.</param>
    /// <param name="create">Makes the part; called for each search.</param>
    void Add<TPart, TSetup, TOptions>(
        string id, string summary, Func<OptionReader, TOptions> read, Func<TOptions, TSetup, TPart> create)
        where TPart : class;

    /// <summary>Says that a part serves a need of searches that name none for it. One plugin says so of a need.</summary>
    /// <param name="need">The need.</param>
    /// <param name="part">The part, with the options that it serves it with.</param>
    void Serve(Need need, ComponentSpec part);
}
