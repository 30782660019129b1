using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Searches;

/// <summary>A recipe that is run again says what it says: nothing of it is replaced by what the journal has.</summary>
public sealed class ChangedWordsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Another_data_folder_is_read_and_a_missing_one_is_missed()
    {
        TinyData.Write(_folder.Of("one"), train: 400);
        TinyData.Write(_folder.Of("other"), train: 420);
        TinyData.Write(_folder.Of("copy"), train: 400);
        (await RunAsync("one")).Succeeded();

        (await RunAsync("copy")).Succeeded();
        (await RunAsync("other")).ShouldRefuse("The data of search 'x' is not what it was");
        (await RunAsync("gone")).ShouldRefuse("gone", "does not exist");
    }

    [Theory]
    [InlineData(".Threads(3)", "threads: 1 → 3")]
    [InlineData(".Device(\"cuda:0\")", "cuda")]
    public async Task A_device_or_a_number_of_threads_that_is_added_later_is_no_word_in_vain(string added, string told)
    {
        TinyData.Write(_folder.Of("one"), train: 400);
        (await RunAsync("one")).Succeeded();

        (await RunAsync("one", added)).ShouldRefuse(told);
    }

    private Task<ProgramResult> RunAsync(string folder, string more = ".Threads(1)")
    {
        _folder.Write("x.csx", $$"""
            await Search("x").Data("fashion-mnist", new { Data = "{{folder}}" }).Space("mlp", new { Scale = "mini" }).Strategy("random")
                .Training(new { Epochs = 1 }).Objective(Maximize.Accuracy()).Budget(trials: 1){{more}}.RunAsync();
            """);
        return NasProgram.RunAsync(_folder.Path, "run", "x.csx", "--isolation", "inproc");
    }
}
