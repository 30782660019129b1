using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>Answers of PyTorch to all cases, asked for once in one process; null where Python with torch is missing.</summary>
internal static class PythonOracle
{
    private const string Python = "/usr/bin/python3";

    /// <summary>What PyTorch said about the cases that it could not run.</summary>
    internal static Dictionary<string, string> Errors { get; } = [];

    internal static Dictionary<string, Dictionary<string, Answer>>? Ask(IReadOnlyList<ParityCase> cases, Func<ParityCase, Tensor[]> draw)
    {
        if (!File.Exists(Python)) return null;
        var folder = Directory.CreateTempSubdirectory("parity").FullName;
        try
        {
            WriteCases(folder, cases, draw);
            var start = new ProcessStartInfo(Python) { RedirectStandardError = true };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Oracle", "parity.py"));
            start.ArgumentList.Add(folder);
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0 && errors.Contains("No module named 'torch'", StringComparison.Ordinal)) return null;
            if (process.ExitCode != 0) throw new InvalidOperationException(errors);
            return ReadAnswers(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WriteCases(string folder, IReadOnlyList<ParityCase> cases, Func<ParityCase, Tensor[]> draw)
    {
        using var blob = File.Create(Path.Combine(folder, "inputs.bin"));
        var list = new JsonArray();
        foreach (var parity in cases)
        {
            var inputs = new JsonArray();
            foreach (var tensor in draw(parity))
            {
                var offset = blob.Position;
                tensor.WriteBytesToStream(blob);
                inputs.Add(new JsonObject
                {
                    ["type"] = tensor.dtype.ToString(), ["grad"] = tensor.requires_grad, ["offset"] = offset,
                    ["bytes"] = blob.Position - offset, ["shape"] = new JsonArray([.. tensor.shape.Select(size => (JsonNode)size)]),
                });
            }

            list.Add(new JsonObject { ["name"] = parity.Name, ["kind"] = parity.Kind, ["code"] = parity.Python, ["inputs"] = inputs });
        }

        File.WriteAllText(Path.Combine(folder, "cases.json"), list.ToJsonString());
    }

    private static Dictionary<string, Dictionary<string, Answer>> ReadAnswers(string folder)
    {
        var blob = File.ReadAllBytes(Path.Combine(folder, "outputs.bin"));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "outputs.json")));
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            if (entry.TryGetProperty("error", out var error)) Errors[entry.GetProperty("name").GetString()!] = error.GetString()!;
        }

        return json.RootElement.EnumerateArray().ToDictionary(
            entry => entry.GetProperty("name").GetString()!,
            entry => entry.GetProperty("outputs").EnumerateArray().ToDictionary(
                output => output.GetProperty("name").GetString()!,
                output => new Answer(
                    Enum.Parse<ScalarType>(output.GetProperty("type").GetString()!),
                    output.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray(),
                    blob.AsSpan(output.GetProperty("offset").GetInt32(), output.GetProperty("bytes").GetInt32()).ToArray())));
    }
}

/// <summary>A tensor's type, shape and bytes.</summary>
internal sealed record Answer(ScalarType Type, long[] Shape, byte[] Bytes);
