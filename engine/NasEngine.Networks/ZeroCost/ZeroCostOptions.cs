using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Options of the estimator <c>zero-cost</c>.</summary>
/// <param name="Proxies">Which to measure.</param>
/// <param name="BatchSize">Images of the batch.</param>
internal sealed record ZeroCostOptions(ImmutableArray<string> Proxies, int BatchSize)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InputException">A proxy is not known.</exception>
    public static ZeroCostOptions Read(OptionReader options)
    {
        var known = ZeroCostProxies.All.Keys;
        var text = options.Text("proxies", string.Join('+', known), $"Which of {string.Join(", ", known)}, joined by +");
        var named = text.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(
            StringComparer.Ordinal).ToImmutableArray();
        var unknown = named.FirstOrDefault(name => !ZeroCostProxies.All.ContainsKey(name));
        return unknown is null && named.Length > 0
            ? new ZeroCostOptions(
                named, (int)options.Integer("batchSize", 128, "Training images that the proxies look at", min: 2, max: 4096))
            : throw new InputException($"The zero-cost proxy '{unknown ?? text}' is not known: {Suggest.Instead(unknown ?? text, known)}");
    }
}
