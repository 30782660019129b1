using NasEngine.Datasets;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Datasets;

/// <summary>What is in data, for machines.</summary>
internal static class DataCheckJson
{
    /// <summary>One JSON object.</summary>
    public static string Of(DataCheck check, PictureScan? scan) => JsonText.Write(json =>
    {
        json.WriteString("name", check.Name);
        json.WriteString("hash", check.Hash);
        json.WriteStartArray("shape");
        foreach (var size in new[] { check.Shape.Channels, check.Shape.Height, check.Shape.Width })
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteNumber("train", check.Train);
        json.WriteNumber("validation", check.Validation);
        json.WriteNumber("test", check.Test);
        json.WriteNumber("acrossParts", check.AcrossParts);
        json.WriteNumber("twice", check.Twice);
        json.WriteNumber("contradicting", check.Contradicting);
        if (scan is not null)
        {
            json.WriteNumber("pictures", scan.Pictures);
        }

        json.WriteStartArray("classes");
        foreach (var one in check.Classes)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            json.WriteNumber("train", one.Train);
            json.WriteNumber("validation", one.Validation);
            json.WriteNumber("test", one.Test);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("remarks");
        foreach (var remark in check.Remarks)
        {
            json.WriteStringValue(remark);
        }

        json.WriteEndArray();
    });
}
