using System.Globalization;
using NasEngine.Host.Composition;
using NasEngine.Host.Exports;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Exports;

/// <summary>Networks whose weights are slices of a supernet.</summary>
public sealed class SliceExportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_winner_with_the_weights_of_a_slice_and_a_trial_whose_slice_was_kept_are_shipped()
    {
        TinyData.Write(_folder.Of("data"));
        _folder.Write("recipe.csx", """
            var result = await Search("slices").Data(Data.FashionMnist()).Space("fbnetv2-f", new { Scale = "mini" })
                .Strategy("big-nas", new { ValidationBatches = 1 })
                .Training(new { BatchSize = 16, ValidationBatchSize = 20, LearningRate = 0.1, HeldOut = 0.2 })
                .Budget(steps: 2, trials: 3).Final(inherit: true).Seed(1).RunAsync();
            await result.Best.ExportOnnxAsync("slice.onnx");
            """);

        var run = (await NasProgram.RunAsync(
            _folder.Path, "run", "recipe.csx", "--data", _folder.Of("data"), "--workspace", _folder.Of("work"))).Succeeded();
        var kept = Directory.GetFiles(_folder.Of("work/networks/slices")).Select(path => Path.GetFileName(path).Split('-')[0]).Order().First();
        var trial = ExportSubject.OfTrial(_folder.Of("work"), "slices", long.Parse(kept, CultureInfo.InvariantCulture));
        var written = new NetworkExport(HostServices.Open(Array.Empty<string>()), null).Write(trial, _folder.Of("trial.onnx"));

        run.Output.Should().Contain("slice.onnx: ").And.Contain("on 100 inputs, all answers the same (test images)");
        written.Model.Agreement.Holds.Should().BeTrue();
        written.CheckedOn.Should().Be("test images");
    }
}
