using System.Diagnostics;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Networks;

namespace NasEngine.Spaces.Tests.Onnx;

/// <summary>Networks in PyTorch, where this machine has it, beside the engine's own.</summary>
public sealed class PythonTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly string _folder = Directory.CreateTempSubdirectory("nas-python-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public void Networks_of_every_operation_load_in_PyTorch_and_give_the_same_outputs()
    {
        Skip.IfNot(File.Exists(Python) && Directory.Exists("/usr/lib/python3/dist-packages/torch"), "python3-torch is not installed.");
        var networks = OnnxOperationTests.All.Select(pair => (Name: pair.Key, Trained: RandomNetworks.Of(pair.Value)))
            .Append((Name: "a whole network", Trained: RandomNetworks.Of(Space.Describe(Space.Decisions.Sample(RandomSource.For(3, 0, "space")))))).ToArray();
        foreach (var (place, (_, trained)) in networks.Index())
        {
            var folder = Path.Combine(_folder, $"{place}");
            PythonExport.Write(trained, folder);
            File.WriteAllText(Path.Combine(folder, "inputs.txt"), string.Join(' ', OnnxSamples.Noise(trained.Input, 3).Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        }

        var said = Run("""
            import sys, torch
            for place in range(int(sys.argv[1])):
                scope = {}
                exec(open(f"{place}/network.py").read(), scope)
                network = scope["Network"]()
                network.load_state_dict(torch.load(f"{place}/weights.pt"))
                network.eval()
                inputs = torch.tensor([float(x) for x in open(f"{place}/inputs.txt").read().split()])
                shape = [int(x) for x in sys.argv[2 + place].split(",")]
                with torch.no_grad():
                    print(" ".join(repr(x) for x in network(inputs.reshape(3, *shape)).flatten().tolist()))
            """, [$"{networks.Length}", .. networks.Select(one => $"{one.Trained.Input.Shape.Channels},{one.Trained.Input.Shape.Height},{one.Trained.Input.Shape.Width}")]);

        foreach (var ((name, trained), line) in networks.Zip(said, (one, line) => (one, line)))
        {
            var theirs = line.Split(' ').Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            var ours = trained.Outputs(OnnxSamples.Noise(trained.Input, 3).Values, 3);
            theirs.Length.Should().Be(ours.Length, name);
            theirs.Zip(ours).Max(pair => Math.Abs(pair.First - pair.Second) / Math.Max(1, Math.Abs(pair.Second))).Should().BeLessThan(1e-4f, name);
            trained.Dispose();
        }

        said.Should().HaveCount(networks.Length);
    }

    private static INetworkSpace Space { get; } = AllSpaces.Make("mobilenet-v2", ("scale", "mini"));

    private string[] Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", program, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        process.ExitCode.Should().Be(0, errors.Result);
        return lines;
    }
}
