using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Retraining;

/// <summary>
/// The object that <c>nas retrain --json</c> ends with; <c>result.json</c>, <c>nas show --json</c> and <c>nas best --json</c> have a list
/// of such ones as <c>retrained</c>.
/// </summary>
internal static class RetrainJson
{
    /// <summary>One line of JSON.</summary>
    public static string Of(RetrainAnswer answer) => JsonText.Write(json =>
    {
        json.WriteString("search", answer.Plan.Name.Search);
        Members(json, answer.Retrained);
        json.WriteString("architecture", answer.Summary.Found[0].Text);
        json.WriteNumber("seconds", Math.Round(answer.Summary.History.Header.Seconds, 3));
        json.WriteString("folder", answer.Summary.Folder);
    });

    /// <summary>The member <c>retrained</c>; empty where nothing was.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Retrained> retrained, ISearchSpace? space)
    {
        json.WriteStartArray("retrained");
        foreach (var one in retrained)
        {
            json.WriteStartObject();
            Members(json, one);
            if (space is not null)
            {
                json.WriteString("architecture", space.Format(one.Architecture));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Members(Utf8JsonWriter json, Retrained one)
    {
        json.WriteString("by", one.Name.ToString());
        Number(json, "trial", one.Name.Trial);
        Number(json, "epochs", one.Name.Epochs);
        Number(json, "seed", one.Name.Seed);
        json.WriteString("id", one.Architecture.Id);
        JsonText.Numbers(json, "metrics", one.Metrics);
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
