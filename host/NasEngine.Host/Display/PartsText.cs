using NasEngine.Contracts;

namespace NasEngine.Host.Display;

/// <summary>The parts of a search in words: <c>portfolio (random, fp-nas) on fbnetv2-f, costs table</c>.</summary>
internal static class PartsText
{
    public static string Of(SearchSpec spec) => $"{Of(spec.Strategy)} on {spec.Space.Id}{Costs(spec)}";

    private static string Of(ComponentSpec part) =>
        part.Inner.IsEmpty ? part.Id : $"{part.Id} ({string.Join(", ", part.Inner.Select(Of))})";

    private static string Costs(SearchSpec spec) =>
        spec.Costs is { } costs ? $", costs {string.Join(", ", costs.All.Select(one => one.Id))}" : "";
}
