using System.Text.Json;

namespace NasEngine.Host.Output;

/// <summary>Standard deviations over the seeds of a winner as a member of its JSON; none where there is one seed.</summary>
internal static class DeviationsJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, double> deviations)
    {
        if (deviations.Count > 0)
        {
            JsonText.Numbers(json, "deviations", deviations);
        }
    }
}
