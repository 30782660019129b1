using NasEngine.Contracts;
using NasEngine.Host.Reports;
using NasEngine.Host.Retraining;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Output;

/// <summary>The best architectures of a search as JSON.</summary>
internal static class BestJson
{
    /// <summary>One line; <c>best</c> is null where nothing is measured.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="state">Its state.</param>
    /// <param name="of">What they are: <c>winners</c> or <c>trials so far</c>.</param>
    /// <param name="found">They, the best first.</param>
    /// <param name="retrained">What was trained again of the search.</param>
    public static string Of(
        SearchSpec spec, string state, string of, IReadOnlyList<FrontEntry> found, IReadOnlyList<Retrained> retrained) =>
        JsonText.Write(json =>
    {
        json.WriteString("search", spec.Name);
        json.WriteString("state", state);
        json.WriteString("of", of);
        json.WriteString("best", found.Count > 0 ? found[0].Found.Text : null);
        json.WriteStartArray("architectures");
        foreach (var (number, one) in found)
        {
            json.WriteStartObject();
            json.WriteNumber(of == "winners" ? "rank" : "trial", of == "winners" ? number + 1 : number);
            json.WriteString("architecture", one.Text);
            json.WriteString("id", one.Architecture.Id);
            JsonText.Numbers(json, "metrics", one.Metrics);
            DeviationsJson.Write(json, one.Deviations);
            OverrunJson.Write(json, spec.Objective, one.Metrics);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        RetrainJson.Write(json, retrained, null);
    });
}
