using NasEngine.Contracts;
using NasEngine.Host.Display;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;

namespace NasEngine.Host.Reports;

/// <summary>What a repetition of a search needs to know, in words.</summary>
internal static class DefinitionRows
{
    /// <summary>Names and values, in order.</summary>
    public static IEnumerable<(string Name, string Value)> Of(SearchHeader header)
    {
        var spec = header.Spec;
        return new (string Name, string? Value)[]
        {
            ("space", Part(spec.Space)),
            ("strategy", Part(spec.Strategy)),
            ("objective", ObjectiveText.Of(spec.Objective)),
            ("targets", ObjectiveText.Targets(spec.Objective)),
            ("budget", BudgetText.Limits(spec.Budget)),
            ("data", Part(spec.Data)),
            ("estimator", Part(spec.Estimator)),
            ("final", Part(spec.Final?.Estimator)),
            ("seeds of a winner", spec.Final is { Seeds: > 1 and var seeds } ? $"{seeds}" : null),
            ("device", $"{spec.Device}, {spec.Threads} threads"),
            ("machines", PlacesText.Line(spec.Places)),
            ("engine", header.Origin.EngineVersion),
            ("data hash", header.Origin.DataHash ?? "–"),
        }.Where(row => row.Value is not null).Select(row => (row.Name, row.Value!))
            .Concat(header.Origin.Inputs.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(
                file => ($"{file.Key} hash", file.Value)));
    }

    private static string? Part(ComponentSpec? part) =>
        part is null ? null : part.Id + " " + string.Join(", ", part.Options.Values.Select(pair => $"{pair.Key}={pair.Value}"));
}
