using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>
/// Recipes of ours that go on after their search, at a tiny budget on a few random images. <c>tests/acceptance/recipes</c> runs all of them.
/// </summary>
public sealed class ShippedRecipeRunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_winner_is_shipped_as_a_model_as_one_of_8_bits_as_a_program_and_for_PyTorch()
    {
        var run = await RunAsync("ship-onnx", "trials=1", "epochs=0.5");

        run.Succeeded().Output.Should().ContainAll("shipped/model.onnx", "shipped/model.int8.onnx", "shipped/classify", "shipped/pytorch");
        new FileInfo(_folder.Of("shipped/model.int8.onnx")).Length.Should().BeGreaterThan(0)
            .And.BeLessThan(new FileInfo(_folder.Of("shipped/model.onnx")).Length);
        Directory.GetFiles(_folder.Of("shipped/pytorch")).Select(path => Path.GetExtension(path)).Should().Contain(".py");
    }

    [Fact]
    public async Task A_network_that_one_search_found_teaches_those_of_the_next()
    {
        var run = await RunAsync("distil", "trials=1", "epochs=0.5");

        run.Succeeded().Output.Should().Contain("test accuracy: teacher ").And.Contain("distil.onnx");
        var taught = Nas.Run(_folder.Of(".nas"), "show", "distil-taught", "--json").Succeeded().Json.GetProperty("spec").GetRawText();
        taught.Should().Contain("distil-teacher/best/network.json").And.Contain("distil-teacher/best/weights.safetensors");
    }

    private Task<ProgramResult> RunAsync(string recipe, params string[] set)
    {
        TinyData.Write(_folder.Of("data"), train: 200, test: 50);
        return NasProgram.RunAsync(
            _folder.Path, ["run", Repository.Script(recipe), "--data", _folder.Of("data"), "--isolation", "inproc", .. set.SelectMany(one => new[] { "--set", one })]);
    }
}
