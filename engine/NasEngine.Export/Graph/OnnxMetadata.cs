using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>What a model says of its input and its classes, for programs that read metadata; lists are JSON.</summary>
internal static class OnnxMetadata
{
    /// <summary>The entries by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(NetworkInput input) =>
    [
        new("input", string.Create(
            CultureInfo.InvariantCulture,
            $"float32 N×{input.Shape}, values as in the data {(input.Vocabulary is null ? "(bytes: 0 to 255)" : "(token numbers)")}, "
            + $"channels first; normalised inside")),
        new("mean", Numbers(input.Mean)),
        new("deviation", Numbers(input.Deviation)),
        new("classes", JsonSerializer.Serialize(input.Classes.ToArray(), ExportJson.Default.StringArray)),
        new("features", JsonSerializer.Serialize(input.Features.ToArray(), ExportJson.Default.StringArray)),
        .. Vocabulary(input.Vocabulary),
        .. Resizing(input.Resizing),
        new("data", input.Data),
        new("data_sha256", input.DataHash),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Vocabulary(Vocabulary? vocabulary) => vocabulary is null ? [] :
    [
        new("splitting", vocabulary.Splitting),
        new("tokens", JsonSerializer.Serialize([.. vocabulary.Tokens], ExportJson.Default.StringArray)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Resizing(PictureResizing? resizing) =>
        resizing is null ? [] : [new("resize", resizing.Method), new("filter", resizing.Filter)];

    private static string Numbers(IEnumerable<float> values) => JsonSerializer.Serialize([.. values], ExportJson.Default.SingleArray);
}
