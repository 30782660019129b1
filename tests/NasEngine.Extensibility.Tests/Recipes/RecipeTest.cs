using NasEngine.Contracts;
using NasEngine.Extensibility.Recipes;

namespace NasEngine.Extensibility.Tests.Recipes;

/// <summary>A folder for recipes and one run of them.</summary>
public abstract class RecipeTest : IDisposable
{
    private protected TempFolder Folder { get; } = new();

    private protected RecordingRunner Runner { get; init; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task Run(string text, params (string Name, string Value)[] set) =>
        RunFile(Folder.Write("recipe.csx", text), set);

    private protected Task RunFile(string path, params (string Name, string Value)[] set) =>
        new RecipeRunner(Folder.Of("cache")).RunAsync(
            path, set.Aggregate(OptionBag.Empty, (bag, pair) => bag.With(pair.Name, pair.Value)), Runner, CancellationToken.None);

    private protected async Task<string> Refusal(string text, params (string Name, string Value)[] set) =>
        (await FluentActions.Awaiting(() => Run(text, set)).Should().ThrowAsync<InputException>()).Which.Message;
}
