using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.BadInput;

/// <summary>Data that cannot be read is refused in one sentence, and no workspace is made.</summary>
public sealed class DataInputTests : IDisposable
{
    private const string Images = "train-images-idx3-ubyte";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_missing_folder_is_named() => RefusedAsync("none", "none' does not exist", "four IDX files");

    [Fact]
    public Task A_missing_file_is_named()
    {
        File.Delete(Path.Combine(TinyData.Write(_folder.Of("data")), Images));
        return RefusedAsync("data", Images, "does not exist");
    }

    [Fact]
    public Task A_truncated_file_is_told_with_how_much_is_there()
    {
        using (var file = File.OpenWrite(Path.Combine(TinyData.Write(_folder.Of("data"), train: 20), Images)))
        {
            file.SetLength(1000);
        }

        return RefusedAsync("data", Images, "truncated: 984 of 15680 bytes");
    }

    [Fact]
    public Task A_file_that_is_no_IDX_file_is_told_with_how_one_begins()
    {
        File.WriteAllText(Path.Combine(TinyData.Write(_folder.Of("data")), Images), "PNG, perhaps");
        return RefusedAsync("data", Images, "not an IDX file", "00000803");
    }

    private async Task RefusedAsync(string data, params string[] words)
    {
        var result = await NasProgram.RunAsync(_folder.Path, "run", Repository.QuickStart, "--data", data);

        result.ShouldRefuse(words);
        Directory.Exists(_folder.Of(".nas")).Should().BeFalse();
    }
}
