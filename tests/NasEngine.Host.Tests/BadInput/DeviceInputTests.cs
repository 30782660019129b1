using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>Devices, natives and allocators that are not there are refused before anything is written.</summary>
public sealed class DeviceInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cuda:7", "Device 'cuda:7' is not on this machine, ")]
    [InlineData("gpu", "Unknown device 'gpu'; known: cpu, cuda:0, cuda:1, …")]
    [InlineData("meta", "Unknown device 'meta'; known: cpu, cuda:0, cuda:1, …")]
    [InlineData("cuda:-1", "Unknown device 'cuda:-1'; known: cpu, cuda:0, cuda:1, …")]
    public async Task A_device_of_the_command_line_that_is_not_there(string device, string sentence)
    {
        (await RunAsync([], "--device", device)).ShouldRefuse(sentence);
        Directory.Exists(_folder.Of("ws")).Should().BeFalse();
    }

    [Theory]
    [InlineData("random", "trials")]
    [InlineData("fp-nas", "steps")]
    public async Task A_device_of_the_recipe_that_is_not_there(string strategy, string budget)
    {
        _folder.Write("recipe.csx", $$"""
            await Search("s").Data(Data.FashionMnist()).Space("fbnetv2-f", new { Scale = "mini" })
                .Strategy("{{strategy}}").Objective(Maximize.Accuracy()).Budget({{budget}}: 1).Device("cuda:7").RunAsync();
            """);

        (await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx", "-w", "ws", "--data", TinyData.Write(_folder.Of("data")))).ShouldRefuse("Device 'cuda:7' is not on this machine, ");

        Directory.Exists(_folder.Of("ws")).Should().BeFalse();
    }

    [Fact]
    public async Task Natives_that_are_not_there()
    {
        (await RunAsync(new Dictionary<string, string?> { ["NASENGINE_NATIVES"] = "/nowhere" })).ShouldRefuse("NASENGINE_NATIVES is '/nowhere', and there is no libtorch.so in it");
        Directory.Exists(_folder.Of("ws")).Should().BeFalse();
        Directory.Exists(Path.Combine(Repository.Built("NasEngine.Host"), "cpu")).Should().BeFalse();
    }

    [Fact]
    public async Task An_allocator_that_is_not_there()
    {
        (await RunAsync(new Dictionary<string, string?> { ["NASENGINE_ALLOCATOR"] = "/nowhere.so" })).ShouldRefuse("NASENGINE_ALLOCATOR is '/nowhere.so', and there is no such file");
        Directory.Exists(_folder.Of("ws")).Should().BeFalse();
    }

    private Task<ProgramResult> RunAsync(Dictionary<string, string?> environment, params string[] further) => NasProgram.RunAsync(
        _folder.Path, environment, ["run", Repository.QuickStart, "-w", "ws", "--data", TinyData.Write(_folder.Of("data")), .. further]);
}
