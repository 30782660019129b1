using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A recipe or a plugin may use tensors before anything of the engine does.</summary>
public sealed class TensorRecipeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static string Program => Repository.Built("NasEngine.Host");

    public TensorRecipeTests() => _folder.Write("recipe.csx", $$"""
        #r "{{Program}}/TorchSharp.dll"
        using (var ones = TorchSharp.torch.ones(3))
        {
            Print($"sum {ones.sum().cpu().data<float>()[0]}");
        }
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TorchSharp_finds_the_natives_of_the_build_and_says_nothing()
    {
        var result = (await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx")).Succeeded();

        result.Output.Should().Be("sum 3\n");
        Directory.Exists(Path.Combine(Program, "cpu")).Should().BeFalse("TorchSharp copies its natives there when it does not find them");
    }

    [Fact]
    public async Task A_recipe_trains_networks_of_its_own_space_in_its_own_loop_in_a_worker()
    {
        var data = TinyData.Write(_folder.Of("data"));

        var result = (await NasProgram.RunAsync(
            _folder.Path, "run", Repository.Script("inline-torch"), "--set", "trials=1", "--set", "steps=1", "--data", data, "--json")).Succeeded();

        var best = result.Json.GetProperty("best");
        best.GetProperty("architecture").GetString().Should().MatchRegex("^c[0-9]+[|]c[0-9]+[|]c[0-9]+$");
        best.GetProperty("metrics").GetProperty("val_loss").GetDouble().Should().BePositive();
    }

    [Fact]
    public async Task Without_natives_TorchSharp_copies_none_from_the_packages()
    {
        var result = await NasProgram.RunAsync(_folder.Path, new Dictionary<string, string?> { ["NASENGINE_NATIVES"] = "/nowhere" }, "run", "recipe.csx");

        result.ExitCode.Should().NotBe(0);
        Directory.Exists(Path.Combine(Program, "cpu")).Should().BeFalse();
    }
}
