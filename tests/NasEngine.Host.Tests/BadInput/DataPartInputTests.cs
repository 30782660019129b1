using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>What a later stage needs of the data is missed before the first step, and nothing is written.</summary>
public sealed class DataPartInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(110, "BatchSize = 128", "trains on batches of 128 images, and there are only 100; give a batchSize of 100 or less.")]
    [InlineData(110, "BatchSize = 8, HeldOut = 0.001", "of 110 images that rounds to none, which leaves nothing to validate on; give a heldOut above 0.0455, or more images.")]
    [InlineData(110, "BatchSize = 8, HeldOut = 0.99", "of 110 images that rounds to all, which leaves nothing to train on; give a heldOut below 0.9545, or more images.")]
    [InlineData(60, "BatchSize = 8", "holds out 0.05 of each class to validate on, and of 60 images that rounds to none")]
    public async Task Winners_that_could_not_be_trained_are_told_before_the_search(int images, string final, string told)
    {
        TinyData.Write(_folder.Of("data"), train: images, test: 20);
        _folder.Write("x.csx", $$"""
            await Search("x").Data("fashion-mnist", new { Data = "data" }).Space("fbnetv2-f", new { Scale = "mini" }).Strategy("fp-nas")
                .Training(new { BatchSize = 8 }).Objective(Maximize.Accuracy()).Budget(steps: 2)
                .Final(epochs: 1, count: 1, options: new { {{final}} }).RunAsync();
            """);

        var result = await NasProgram.RunAsync(_folder.Path, "run", "x.csx");

        result.ShouldRefuse("The winners could not be trained and measured: Estimator 'from-scratch'", told);
        Directory.Exists(_folder.Of(".nas")).Should().BeFalse();
    }

    [Theory]
    [InlineData("BatchSize = 96", "Estimator 'supernet' trains on batches of 96 images, and there are only 60; give a batchSize of 60 or less.")]
    [InlineData("BatchSize = 8, HeldOut = 0.001", "Estimator 'supernet' holds out 0.001 of each class")]
    public async Task So_is_a_search_that_could_not(string training, string told)
    {
        TinyData.Write(_folder.Of("data"), train: 110, test: 20);
        _folder.Write("x.csx", $$"""
            await Search("x").Data("fashion-mnist", new { Data = "data" }).Space("fbnetv2-f", new { Scale = "mini" }).Strategy("fp-nas")
                .Training(new { {{training}} }).Objective(Maximize.Accuracy()).Budget(steps: 2).RunAsync();
            """);

        (await NasProgram.RunAsync(_folder.Path, "run", "x.csx")).ShouldRefuse(told);
        Directory.Exists(_folder.Of(".nas")).Should().BeFalse();
    }
}
