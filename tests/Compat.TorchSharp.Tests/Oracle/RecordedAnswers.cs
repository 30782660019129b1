using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>
/// A few values of each of PyTorch's answers, kept as text for machines without Python. With NAS_RECORD naming a file
/// the tests write it anew; elsewhere processors round differently, so recorded values are compared with a tolerance.
/// </summary>
internal static class RecordedAnswers
{
    private const int Kept = 4;
    private static readonly string? Target = Environment.GetEnvironmentVariable("NAS_RECORD");
    private static readonly SortedDictionary<string, Dictionary<string, string>> Recording = new(StringComparer.Ordinal);

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Known = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracle", "recorded.json")))!);

    internal static void Compare(string name, Dictionary<string, Answer> ours)
    {
        var known = Known.Value[name];
        ours.Keys.Should().BeEquivalentTo(known.Keys);
        foreach (var (key, text) in known)
        {
            var expected = text.Split(' ');
            Shape(ours[key]).Should().Be(expected[0], key);
            foreach (var (value, wanted) in Sample(ours[key]).Zip(expected.Skip(1)))
            {
                var number = double.Parse(wanted, CultureInfo.InvariantCulture);
                value.Should().BeApproximately(number, 1e-4 * Math.Max(1, Math.Abs(number)), "{0} of {1}", key, name);
            }
        }
    }

    internal static void Record(string name, Dictionary<string, Answer> answers)
    {
        if (Target is null) return;
        lock (Recording)
        {
            Recording[name] = answers.ToDictionary(entry => entry.Key, entry => Shape(entry.Value) + string.Concat(
                Sample(entry.Value).Select(value => " " + ((float)value).ToString("R", CultureInfo.InvariantCulture))));
            File.WriteAllText(Target, JsonSerializer.Serialize(Recording, new JsonSerializerOptions { WriteIndented = true }) + "\n");
        }
    }

    private static string Shape(Answer answer) => $"{answer.Type}[{string.Join(",", answer.Shape)}]";

    private static IEnumerable<double> Sample(Answer answer)
    {
        var values = answer.Type switch
        {
            ScalarType.Float32 => Values<float>(answer),
            ScalarType.Float64 => Values<double>(answer),
            ScalarType.Int64 => Values<long>(answer),
            _ => [],
        };
        return values.Where(double.IsFinite).Take(Kept);
    }

    private static double[] Values<T>(Answer answer) where T : unmanaged =>
        Array.ConvertAll(MemoryMarshal.Cast<byte, T>(answer.Bytes).ToArray(), value => Convert.ToDouble(value, CultureInfo.InvariantCulture));
}
