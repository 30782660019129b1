using System.Globalization;
using System.Text;
using NasEngine.Networks;

namespace NasEngine.Host.Exports;

/// <summary>Where a model comes from and what it achieves: as metadata, and as a page in Markdown.</summary>
internal static class ModelCard
{
    /// <summary>By name, for metadata.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> About(ExportSubject subject, INetworkSpace space)
    {
        var spec = subject.Header.Spec;
        return
        [
            new("search", spec.Name),
            new("winner", subject.What),
            new("space", spec.Space.Id),
            new("architecture", space.Format(subject.Architecture)),
            new("seed", spec.Seed.ToString(CultureInfo.InvariantCulture)),
            new("engine", subject.Header.Origin.EngineVersion),
            .. subject.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal)
                .Select(metric => KeyValuePair.Create(metric.Key, metric.Value.ToString("R", CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>The page.</summary>
    public static string Page(
        IEnumerable<KeyValuePair<string, string>> about, NetworkInput input, NetworkSpec network, WrittenNetwork written)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Path.GetFileName(written.Model.Path)}\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"Input `images`: float32 N×{network.Input}, values as in the data, channels first; the model normalises them.\n");
        page.Append(CultureInfo.InvariantCulture, $"Output `logits`: float32 N×{network.Output.Count}, the largest is the answer");
        page.Append(input.Classes.IsEmpty ? ".\n\n" : "; `labels.txt` has the classes in this order.\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"Checked when it was written: {written.Model.Agreement} ({written.CheckedOn}).\n\n| | |\n| --- | --- |\n");
        foreach (var (name, value) in about.Append(new("data", input.Data)).Append(new("data SHA-256", input.DataHash)))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {value.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return page.ToString();
    }
}
