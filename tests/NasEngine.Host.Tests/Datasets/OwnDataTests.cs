using System.Buffers.Binary;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Host.Composition;
using NasEngine.Host.Exports;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Datasets;

/// <summary>Searches on data of the user's own, from files to a model.</summary>
public sealed class OwnDataTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pictures_in_folders_are_searched_on_in_worker_processes_shipped_and_the_same_search_elsewhere()
    {
        Photos("photos");
        var cache = new Dictionary<string, string?> { ["XDG_CACHE_HOME"] = _folder.Of("cache") };
        string[] run = ["run", Repository.Script("your-images"), "--json", .. Set("size=8", "trials=2", "epochs=2", "batch=8")];

        var first = (await NasProgram.RunAsync(_folder.Path, cache, run)).Succeeded();
        Directory.Move(_folder.Of("photos"), _folder.Of("moved"));
        var again = (await NasProgram.RunAsync(_folder.Path, cache, [.. run, "--set", "photos=moved"])).Succeeded();
        Photos("moved", more: 1);
        var changed = await NasProgram.RunAsync(_folder.Path, cache, [.. run, "--set", "photos=moved"]);

        first.Error.Should().Contain("test images").And.Contain("all answers the same");
        Directory.GetFiles(_folder.Of("cache/nasengine/data"), "*.pixels").Should().HaveCount(2, "of the pictures before and after one was added");
        again.Json.GetProperty("best").GetRawText().Should().Be(first.Json.GetProperty("best").GetRawText());
        changed.ExitCode.Should().Be(2);
        changed.Error.Should().Contain("The data of search 'your-images' is not what it was");
    }

    [Fact]
    public async Task A_table_is_learned_as_classes_and_as_numbers_and_shipped_in_its_units()
    {
        var random = RandomSource.For(1, 0, "table");
        var rows = Enumerable.Range(0, 300).Select(_ => (A: random.NextDouble(), B: random.NextInt(2))).ToArray();
        _folder.Write("t.csv", "a,b,kind,price\n" + string.Concat(rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row.A},{(row.B == 0 ? "x" : "y")},{(row.A + row.B > 1 ? "large" : "small")},{1000 + (100 * row.A) + (50 * row.B)}\n"))));
        string[] run = ["run", Repository.Script("your-table"), "--json", .. Set("table=t.csv", "features=3", "trials=1", "epochs=20")];

        var kinds = (await NasProgram.RunAsync(_folder.Path, [.. run, "--workspace", "one", .. Set("target=kind", "drop=price")])).Succeeded();
        File.Move(_folder.Of("your-table.onnx"), _folder.Of("kinds.onnx"));
        var prices = (await NasProgram.RunAsync(_folder.Path, [.. run, "--workspace", "two", .. Set("target=price", "drop=kind", "classes=1")])).Succeeded();

        Best(kinds, "test_accuracy").Should().BeGreaterThan(0.8);
        Best(prices, "test_r2").Should().BeGreaterThan(0.8);
        System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(_folder.Of("kinds.onnx"))).Should().Contain("logits").And.Contain("b=x");
        System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(_folder.Of("your-table.onnx"))).Should().Contain("prediction").And.Contain("target.mean");
        kinds.Error.Should().Contain("test rows");
        FluentActions.Invoking(() => new NetworkExport(HostServices.Open(Array.Empty<string>()), _folder.Of("t.csv"))
                .Write(ExportSubject.Winner(_folder.Of("one"), "your-table", 0), _folder.Of("app"), "csharp"))
            .Should().Throw<InputException>().WithMessage(
                "The data t.csv is none of pictures, and the format csharp is a program that classifies them; take onnx.");
        Directory.Exists(_folder.Of("app")).Should().BeFalse();
    }

    [Fact]
    public async Task Texts_are_learned_and_shipped_with_what_their_tokens_are()
    {
        Texts();

        var run = (await NasProgram.RunAsync(
            _folder.Path, ["run", Repository.Script("your-text"), "--json", .. Set("length=6", "tokens=12", "trials=1", "epochs=10", "batch=16")])).Succeeded();

        Best(run, "test_accuracy").Should().BeGreaterThan(0.95);
        run.Error.Should().Contain("test texts").And.Contain("all answers the same");
        System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_folder.Of("your-text.onnx"))).Should()
            .Contain("splitting").And.Contain("\"awful\"");
    }

    [Fact]
    public async Task Texts_are_learned_by_a_recurrent_cell_that_a_controller_chose_and_the_loop_is_shipped()
    {
        Texts();

        var run = (await NasProgram.RunAsync(_folder.Path, ["run", Repository.Script("enas-rnn"), "--json", .. Set(
            "length=6", "tokens=12", "units=8", "nodes=4", "rounds=1", "weightSteps=4", "controllerSteps=1", "epochs=8", "batch=16")])).Succeeded();

        Best(run, "test_accuracy").Should().BeGreaterThan(0.95);
        run.Error.Should().Contain("test texts").And.Contain("all answers the same");
        System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_folder.Of("enas-rnn.onnx"))).Should().Contain("Scan").And.Contain("\"awful\"");
    }

    [Fact]
    public async Task A_small_network_learns_from_a_large_one_that_another_search_found()
    {
        TinyData.Write(_folder.Of("data"));

        var run = (await NasProgram.RunAsync(
            _folder.Path, ["run", Repository.Script("distil"), "--json", "--data", _folder.Of("data"), .. Set("trials=1", "epochs=0.5")])).Succeeded();

        var searches = run.Json.GetProperty("searches");
        Found(1).Should().Be(Found(2), "both small networks are the same in their race");
        searches[1].GetProperty("best").GetProperty("metrics").GetProperty("val_loss").GetDouble()
            .Should().NotBe(searches[2].GetProperty("best").GetProperty("metrics").GetProperty("val_loss").GetDouble());
        File.Exists(_folder.Of("distil.onnx")).Should().BeTrue();

        string Found(int search) => searches[search].GetProperty("best").GetProperty("architecture").GetRawText();
    }

    [Fact]
    public async Task Data_that_does_not_fit_the_space_is_told_with_what_would_fit()
    {
        _folder.Write("t.csv", "a,b,y\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row},{row * row % 7},{row % 2}\n")));
        _folder.Write("recipe.csx", """
            await Search("x").Data(Data.Csv("t.csv", target: "y")).Space("mlp").Strategy("random").Budget(trials: 1).RunAsync();
            """);

        var result = await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("Give the space new { InputChannels = 2, InputSize = 1, Classes = 2 }.");
    }

    [Fact]
    public async Task The_check_counts_what_is_there_and_ends_with_2_where_a_picture_cannot_be_read()
    {
        Photos("photos");

        var well = (await NasProgram.RunAsync(_folder.Path, "data", "check", "photos", "--set", "size=8", "--sheet", "sheet.png")).Succeeded();
        File.WriteAllText(_folder.Of("photos/cat/bad.png"), "bad");
        var bad = await NasProgram.RunAsync(_folder.Path, "data", "check", "photos");

        well.Output.Should().MatchRegex("^photos: \\d+ examples to train on, 0 for validation, \\d+ for the test, of 3×8×8\nfiles: 80 pictures of 9×7 to 9×7 pixels, all readable\n2 classes \\(train, test\\):\n  cat +\\d+ +\\d+\n");
        File.Exists(_folder.Of("sheet.png")).Should().BeTrue();
        bad.ExitCode.Should().Be(2);
        bad.Error.Should().StartWith("nas: 1 of 81 pictures cannot be read; take them away, or replace them:\n'photos/cat/bad.png': it is none of PNG");
    }

    /// <summary>Texts that a word makes good or bad.</summary>
    private void Texts()
    {
        var random = RandomSource.For(1, 0, "texts");
        string[] words = ["fine", "great", "poor", "awful", "the", "film", "was", "a", "story"];
        _folder.Write("texts.txt", string.Concat(Enumerable.Range(0, 240).Select(row =>
            $"{(row % 2 == 0 ? "good" : "bad")}\tthe {words[4 + random.NextInt(5)]} was {words[(row % 2 * 2) + random.NextInt(2)]}\n")));
    }

    private static string[] Set(params string[] values) => [.. values.SelectMany(value => new[] { "--set", value })];

    private static double Best(ProgramResult run, string metric) =>
        run.Json.GetProperty("best").GetProperty("metrics").GetProperty(metric).GetDouble();

    /// <summary>Forty pictures of a class, in a red of their own, and forty in a blue.</summary>
    private void Photos(string folder, int more = 0)
    {
        foreach (var (name, channel) in new[] { ("cat", 2), ("dog", 0) })
        {
            Directory.CreateDirectory(Path.Combine(_folder.Of(folder), name));
            for (var number = 0; number < 40 + more; number++)
            {
                File.WriteAllBytes(Path.Combine(_folder.Of(folder), name, $"{number}.bmp"), Bmp(channel, (byte)(100 + number)));
            }
        }
    }

    private static byte[] Bmp(int channel, byte value)
    {
        const int Width = 9, Height = 7, Stride = 28;
        var file = new byte[54 + (Stride * Height)];
        "BM"u8.CopyTo(file);
        foreach (var (place, number) in new[] { (2, file.Length), (10, 54), (14, 40), (18, Width), (22, Height), (26, 1 | (24 << 16)) })
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(place), number);
        }

        for (var pixel = 0; pixel < Width * Height; pixel++)
        {
            file[54 + (pixel / Width * Stride) + (pixel % Width * 3) + channel] = value;
        }

        return file;
    }
}
