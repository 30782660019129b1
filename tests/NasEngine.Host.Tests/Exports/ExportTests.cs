using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Exports;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Exports;

/// <summary>A search whose winners were trained, and what can be had of them.</summary>
public sealed class ExportedSearch : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();

    public string Folder => _folder.Path;

    public string Workspace => _folder.Of("work");

    internal ProgramResult Run { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        TinyData.Write(_folder.Of("data"));
        _folder.Write("recipe.csx", """
            var result = await Search("ship").Data(Data.FashionMnist())
                .Space("nasbench201", new { Scale = "mini", Channels = 4, Cells = 1 })
                .Strategy("random", new { Unique = true }).Training(new { Epochs = 0.1 })
                .Budget(trials: 2).Final(epochs: 0.2, count: 2, seeds: 2).Seed(3).RunAsync();
            result.Print();
            Print($"mean {result.Best.Metrics["train_loss"]:R} deviation {result.Best.Deviations["train_loss"]:R}");
            var model = await result.Best.ExportOnnxAsync("best.onnx");
            Print(model.LargestDifference <= 1e-4 && model.Inputs == 100);
            await result.Best.ExportAsync("best.int8.onnx", "int8");
            await result.Best.ExportAsync("best.dynamic.onnx", "int8-dynamic");
            await result.Best.ExportAsync("classify", "csharp");
            await result.Best.ExportAsync("pytorch", "pytorch");
            await result.Best.ExportAsync("best.safetensors", "safetensors");
            await Search("bare").Data(Data.FashionMnist())
                .Space("nasbench201", new { Scale = "mini", Channels = 4, Cells = 1 })
                .Strategy("random").Training(new { Epochs = 0.1 }).Budget(trials: 1).RunAsync();
            """);
        Run = (await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx", "--data", _folder.Of("data"), "--workspace", Workspace)).Succeeded();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    internal WrittenNetwork Write(ExportSubject subject, string to) =>
        new NetworkExport(HostServices.Open(Array.Empty<string>()), null).Write(subject, Path.Combine(Folder, to));
}

/// <summary>Winners as ONNX models.</summary>
public sealed class ExportTests(ExportedSearch search) : IClassFixture<ExportedSearch>
{
    [Fact]
    public void A_recipe_writes_its_best_network_and_says_how_far_off_it_is()
    {
        File.Exists(Path.Combine(search.Folder, "best.onnx")).Should().BeTrue();
        search.Run.Output.Should().MatchRegex(
            @"best\.onnx: [\d.,]+ kB; in ONNX Runtime off by at most \d\.\de-\d+ on 100 inputs, all answers the same \(test images\)\.\nTrue\n");
    }

    [Fact]
    public void Winners_of_two_seeds_are_means_with_their_spread_and_what_is_exported_says_what_its_own_network_achieved()
    {
        var numbers = Regex.Match(search.Run.Output, @"\nmean (\S+) deviation (\S+)\n").Groups.Values.Skip(1)
            .Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray();
        search.Write(ExportSubject.Winner(search.Workspace, "ship", 0), "of-seeds");

        search.Run.Output.Should().Contain("Means ± standard deviations over 2 seeds; the networks that are kept are those of the first.");
        var own = double.Parse(Regex.Match(File.ReadAllText(Path.Combine(search.Folder, "of-seeds", "README.md")), @"\| train_loss \| (\S+) \|").Groups[1].Value, CultureInfo.InvariantCulture);
        Math.Abs(own - numbers[0]).Should().BeApproximately(numbers[1] / Math.Sqrt(2), 1e-3, "of two seeds each is as far from the mean");
    }

    [Fact]
    public void A_recipe_writes_it_in_8_bits_and_for_PyTorch()
    {
        search.Run.Output.Should().MatchRegex(
            @"best\.int8\.onnx: [\d.,]+ kB, [\d.,]+ kB in float; accuracy 0\.\d{4} on \d+ test examples, 0\.\d{4} in float\.\n");
        search.Run.Output.Should().MatchRegex(@"best\.dynamic\.onnx: [\d.,]+ kB, .* accuracy 0\.\d{4} on \d+ test examples, 0\.\d{4} in float\.\n");
        Directory.EnumerateFiles(Path.Combine(search.Folder, "pytorch")).Select(Path.GetFileName).Should().BeEquivalentTo("network.py", "weights.pt");
    }

    [Fact]
    public void A_recipe_writes_its_weights_alone_as_the_search_keeps_them()
    {
        search.Run.Output.Should().MatchRegex(@"best\.safetensors: \d+ tensors by their names in the network's description\.\n");
        File.ReadAllBytes(Path.Combine(search.Folder, "best.safetensors")).Should().Equal(
            File.ReadAllBytes(Path.Combine(search.Workspace, "results", "ship", "best", "weights.safetensors")));
    }

    [Fact]
    public void A_recipe_writes_it_as_a_project_of_CSharp()
    {
        search.Run.Output.Should().MatchRegex(
            @"classify: a project of C#, 'dotnet run --project classify -- PICTURE' classifies; its model in ONNX Runtime off by at most \d\.\de-\d+ on 100 inputs, all answers the same\.\n");
        Directory.EnumerateFiles(Path.Combine(search.Folder, "classify")).Select(Path.GetFileName).Should().BeEquivalentTo(
            "classify.csproj", "model.onnx", "README.md", "Program.cs", "Classifier.cs", "Picture.cs", "PictureReader.cs", "PictureScaling.cs", "ResizeMethod.cs");
        File.ReadAllBytes(Path.Combine(search.Folder, "classify", "model.onnx")).Should().Equal(File.ReadAllBytes(Path.Combine(search.Folder, "best.onnx")));
    }

    [Fact]
    public void A_form_that_is_a_folder_is_not_written_to_a_model()
    {
        var services = HostServices.Open(Array.Empty<string>());

        FluentActions.Invoking(() => new NetworkExport(services, null).Write(ExportSubject.Winner(search.Workspace, "ship", 0), "x.onnx", "pytorch"))
            .Should().Throw<InputException>().WithMessage("The network would be written to 'x.onnx'; the format pytorch is a folder, give one.");
        FluentActions.Invoking(() => new NetworkExport(services, null).Write(ExportSubject.Winner(search.Workspace, "ship", 0), "x.onnx", "safetensors"))
            .Should().Throw<InputException>().WithMessage("The weights would be written to 'x.onnx'; give a file NAME.safetensors, or a folder.");
    }

    [Fact]
    public async Task The_command_writes_a_folder_with_all_that_goes_with_a_model()
    {
        var result = (await NasProgram.RunAsync(search.Folder, "export", "ship", "--to", "out", "--workspace", search.Workspace, "--json")).Succeeded();

        Directory.EnumerateFiles(Path.Combine(search.Folder, "out")).Select(Path.GetFileName).Should().BeEquivalentTo(
            "ship.onnx", "README.md", "weights.safetensors", "network.json", "network.svg", "input.json", "labels.txt");
        result.Json.GetProperty("largestDifference").GetDouble().Should().BeLessThan(1e-4);
        result.Json.GetProperty("checkedOn").GetString().Should().Be("test images");
        File.ReadAllLines(Path.Combine(search.Folder, "out", "labels.txt")).Should().StartWith("T-shirt/top").And.EndWith("Ankle boot");
        File.ReadAllText(Path.Combine(search.Folder, "out", "README.md")).Should().Contain("| seed | 3 |").And.Contain("| test_accuracy |");
        File.ReadAllBytes(Path.Combine(search.Folder, "out", "ship.onnx"))
            .Should().Equal(File.ReadAllBytes(Path.Combine(search.Folder, "best.onnx")), "the same network is the same file");
    }

    [Theory]
    [InlineData("onnx", "labels.txt")]
    [InlineData("csharp", "Program.cs")]
    [InlineData("pytorch", "weights.pt")]
    public void Of_a_folder_that_cannot_be_written_whole_nothing_is_written(string form, string hindrance)
    {
        var folder = Path.Combine(search.Folder, "hindered-" + form);
        Directory.CreateDirectory(Path.Combine(folder, hindrance));
        File.WriteAllText(Path.Combine(folder, "classify.csproj"), "");
        var (services, subject) = (HostServices.Open(Array.Empty<string>()), ExportSubject.Winner(search.Workspace, "ship", 0));

        FluentActions.Invoking(() =>
        {
            _ = form == "onnx"
                ? new NetworkExport(services, null).Write(subject, folder).Line
                : new NetworkExport(services, null).Write(subject, folder, form).Line;
        }).Should().Throw<InputException>().WithMessage($"The * cannot be written to '{folder}': *{hindrance}' is a folder.");

        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Should().Equal("classify.csproj");
    }

    [Fact]
    public void A_runner_up_is_another_network()
    {
        var best = search.Write(ExportSubject.Winner(search.Workspace, "ship", 0), "one.onnx");
        var second = search.Write(ExportSubject.Winner(search.Workspace, "ship", 1), "two.onnx");

        best.Files.Should().Equal(Path.Combine(search.Folder, "one.onnx"));
        File.ReadAllBytes(second.Model.Path).Should().NotEqual(File.ReadAllBytes(best.Model.Path));
    }

    [Fact]
    public void Without_the_data_noise_stands_in_and_that_is_said()
    {
        var data = Path.Combine(search.Folder, "data");
        Directory.Move(data, data + "-away");
        try
        {
            var written = search.Write(ExportSubject.Winner(search.Workspace, "ship", 0), "noise.onnx");

            written.CheckedOn.Should().Be($"inputs of noise: The data folder '{data}' does not exist; name a folder that holds the four IDX files of Fashion-MNIST");
            written.Model.Agreement.Holds.Should().BeTrue();
        }
        finally
        {
            Directory.Move(data + "-away", data);
        }
    }

    [Fact]
    public async Task A_trial_that_is_trained_again_is_exported_as_it_is_then_and_killed_it_ends_with_the_same_bits()
    {
        string[] again = ["retrain", "ship", "--trial", "1", "--epochs", "0.5", "--workers", "1", "--threads-per-worker", "1", "--workspace", search.Workspace];
        using (var killed = NasProgram.Start(search.Folder, [], again))
        {
            await killed.OutputAsync("starting");
            killed.Kill();
        }

        var resumed = (await NasProgram.RunAsync(search.Folder, [.. again, "--json"])).Succeeded().Json;
        var model = search.Write(ExportSubject.OfTrial(search.Workspace, "ship", 1), "again.onnx");
        var weights = File.ReadAllBytes(Weights);
        Nas.Run(search.Workspace, "delete", "ship.retrain-trial1-epochs0.5", "--yes").Succeeded();
        var undisturbed = (await NasProgram.RunAsync(search.Folder, again)).Succeeded();

        File.ReadAllBytes(Weights).Should().Equal(weights);
        model.Model.Agreement.Holds.Should().BeTrue();
        resumed.GetProperty("by").GetString().Should().Be("ship.retrain-trial1-epochs0.5");
        resumed.GetProperty("metrics").GetProperty("test_accuracy").GetDouble().Should().BeInRange(0, 1);
        undisturbed.Output.Should().MatchRegex("│ trained again +│").And.MatchRegex("│ in the search +│ +– │").And.MatchRegex("│ the winner +│")
            .And.Contain("Its model: nas export ship --trial 1 --to FILE.onnx");
        JsonDocument.Parse(File.ReadAllText(Path.Combine(search.Workspace, "results", "ship", "result.json"))).RootElement
            .GetProperty("retrained")[0].GetProperty("id").GetString().Should().Be(resumed.GetProperty("id").GetString());
    }

    private string Weights => Path.Combine(search.Workspace, "results", "ship.retrain-trial1-epochs0.5", "best", "weights.safetensors");

    [Fact]
    public void A_winner_that_is_not_there_is_told() => FluentActions
        .Invoking(() => ExportSubject.Winner(search.Workspace, "ship", 2)).Should().Throw<InputException>()
        .WithMessage("Search 'ship' has 2 winners in all; give a --runner-up from 1 to 1.");

    [Fact]
    public void A_search_without_trained_winners_says_what_would_give_it_some() => FluentActions
        .Invoking(() => ExportSubject.Winner(search.Workspace, "bare", 0)).Should().Throw<InputException>()
        .WithMessage("Search 'bare' trains no winners, so there are no weights; add .Final(epochs: 2) to its recipe and run it again: it goes on from where it is.");

    [Fact]
    public void A_trial_whose_network_was_not_kept_is_told() => FluentActions
        .Invoking(() => search.Write(ExportSubject.OfTrial(search.Workspace, "ship", 0), "trial.onnx")).Should().Throw<InputException>()
        .WithMessage("Search 'ship' kept no network of trial 0; train it again first: nas retrain ship --trial 0.");

    [Fact]
    public void A_trial_that_is_not_there_is_told() => FluentActions
        .Invoking(() => ExportSubject.OfTrial(search.Workspace, "ship", 99)).Should().Throw<InputException>()
        .WithMessage("Search 'ship' has no measured trial 99;*");
}
