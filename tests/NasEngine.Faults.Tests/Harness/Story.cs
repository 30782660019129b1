using System.Text.Json.Nodes;

namespace NasEngine.Faults;

/// <summary>What a search found, without what may differ between two equal searches.</summary>
internal sealed record Story(JsonObject Found)
{
    /// <summary>Reads the output of <c>nas show --json</c>.</summary>
    public static Story Parse(string output)
    {
        var found = JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..])!.AsObject();
        found.Remove("times");
        found.Remove("origin");
        return new Story(found);
    }

    public JsonArray Trials => Found["trials"]!.AsArray();

    public string State => (string)Found["state"]!;

    /// <summary>The story as a version tells it that does not know a metric yet.</summary>
    public Story Without(string metric)
    {
        var found = (JsonObject)Found.DeepClone();
        Remove(found, metric);
        return this with { Found = found };
    }

    /// <summary>How many trials, or other parts, are not the same in another story; the definition may be left out of it.</summary>
    public int DifferencesFrom(Story other, bool butDefinition = false)
    {
        var trials = Math.Abs(Trials.Count - other.Trials.Count)
            + Trials.Zip(other.Trials).Count(pair => !JsonNode.DeepEquals(pair.First, pair.Second));
        return trials + Found.Select(pair => pair.Key).Union(other.Found.Select(pair => pair.Key))
            .Count(key => key != "trials" && !(butDefinition && key == "spec") && !JsonNode.DeepEquals(Found[key], other.Found[key]));
    }

    private static void Remove(JsonNode? node, string name)
    {
        (node as JsonObject)?.Remove(name);
        foreach (var inside in node is JsonObject fields ? fields.Select(field => field.Value) : node as JsonArray ?? [])
        {
            Remove(inside, name);
        }
    }
}
