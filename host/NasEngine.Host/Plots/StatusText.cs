namespace NasEngine.Host.Plots;

/// <summary>Names of what strategies say of where they stand, for people.</summary>
internal static class StatusText
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["entropy"] = "Entropy of the distribution (nats)",
        ["samples"] = "Samples per step (K)",
        ["expected_macs"] = "Expected multiply-adds",
        ["temperature"] = "Temperature",
        ["baseline"] = "Baseline of the policy",
        ["surrogate_spearman"] = "Rank correlation of the surrogate",
    };

    /// <summary>Title of its curve.</summary>
    public static string Title(string name) => Known.TryGetValue(name, out var known) ? known
        : name.Length == 0 ? name
        : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');
}
