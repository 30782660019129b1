using NasEngine.Host.Reports;

namespace NasEngine.Host.Output;

/// <summary>
/// The object that <c>nas run --json</c> and <c>nas resume --json</c> end with, whatever happened: the members of the search that was
/// done last, then <c>searches</c> with all that were done, then <c>error</c>, null where all went well.
/// </summary>
internal static class RunJson
{
    /// <summary>One line of JSON.</summary>
    /// <param name="searches">What was done, in order.</param>
    /// <param name="last">The search that was done last, or null.</param>
    /// <param name="problem">What ended the run, or null.</param>
    public static string Of(IReadOnlyList<SearchSummary> searches, SearchSummary? last, Exception? problem) => JsonText.Write(json =>
    {
        if (last is not null)
        {
            ResultJson.Write(json, last);
        }

        json.WriteStartArray("searches");
        foreach (var search in searches)
        {
            json.WriteStartObject();
            ResultJson.Write(json, search);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ErrorJson.Write(json, problem);
    });
}
