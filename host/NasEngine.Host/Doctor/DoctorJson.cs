using NasEngine.Host.Output;

namespace NasEngine.Host.Doctor;

/// <summary>
/// What was found, as one object on one line: <c>good</c>, and of each finding <c>what</c>, <c>good</c> and <c>detail</c>.
/// </summary>
internal static class DoctorJson
{
    public static string Of(IReadOnlyList<Finding> findings) => JsonText.Write(json =>
    {
        json.WriteBoolean("good", findings.All(finding => finding.Good));
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("what", finding.What);
            json.WriteBoolean("good", finding.Good);
            json.WriteString("detail", finding.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
