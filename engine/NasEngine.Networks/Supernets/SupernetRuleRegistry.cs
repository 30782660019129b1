using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Registers rules of supernets.</summary>
public static class SupernetRuleRegistry
{
    /// <summary>Offers a rule.</summary>
    /// <param name="registry">Takes it.</param>
    /// <param name="id">Name that steps give.</param>
    /// <param name="summary">One line for listings.</param>
    /// <param name="read">Reads and checks the options that steps give with the name.</param>
    /// <param name="create">Makes the rule; called once per search and options.</param>
    public static void SupernetRule<TOptions>(
        this IPluginRegistry registry, string id, string summary, Func<OptionReader, TOptions> read,
        Func<TOptions, SupernetRuleSetup, ISupernetRule> create) =>
        registry.Add(id, summary, read, create);
}
