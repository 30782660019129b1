using System.Buffers.Binary;
using System.Globalization;
using NasEngine.Contracts;
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
        _folder.Write("recipe.csx", """
            var place = Parameter("photos", "photos", "where they lie");
            var result = await Search("pets").Data(Data.Folder(place, new { Size = 8 }))
                .Space("nasbench201", new { Scale = "mini", Channels = 4, Cells = 1, InputChannels = 3, InputSize = 8, Classes = 2 })
                .Strategy("random").Training(new { Epochs = 1, BatchSize = 8, HeldOut = 0.2 })
                .Budget(trials: 2).Final(epochs: 2, options: new { BatchSize = 8, HeldOut = 0.2 }).Seed(3).RunAsync();
            await result.Best.ExportOnnxAsync("pets.onnx");
            """);
        var cache = new Dictionary<string, string?> { ["XDG_CACHE_HOME"] = _folder.Of("cache") };

        var first = (await NasProgram.RunAsync(_folder.Path, cache, "run", "recipe.csx", "--json")).Succeeded();
        Directory.Move(_folder.Of("photos"), _folder.Of("moved"));
        var again = (await NasProgram.RunAsync(_folder.Path, cache, "run", "recipe.csx", "--json", "--set", "photos=moved")).Succeeded();
        Photos("moved", more: 1);
        var changed = await NasProgram.RunAsync(_folder.Path, cache, "run", "recipe.csx", "--json", "--set", "photos=moved");

        first.Error.Should().Contain("test images").And.Contain("all answers the same");
        Directory.GetFiles(_folder.Of("cache/nasengine/data"), "*.pixels").Should().HaveCount(2, "of the pictures before and after one was added");
        again.Json.GetProperty("best").GetRawText().Should().Be(first.Json.GetProperty("best").GetRawText());
        changed.ExitCode.Should().Be(2);
        changed.Error.Should().Contain("The data of search 'pets' is not what it was");
    }

    [Fact]
    public async Task A_table_is_learned_as_classes_and_as_numbers_and_shipped_in_its_units()
    {
        var random = RandomSource.For(1, 0, "table");
        var rows = Enumerable.Range(0, 300).Select(_ => (A: random.NextDouble(), B: random.NextInt(2))).ToArray();
        _folder.Write("t.csv", "a,b,kind,price\n" + string.Concat(rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row.A},{(row.B == 0 ? "x" : "y")},{(row.A + row.B > 1 ? "large" : "small")},{1000 + (100 * row.A) + (50 * row.B)}\n"))));
        _folder.Write("recipe.csx", """
            var how = new { Epochs = 6, BatchSize = 32, HeldOut = 0.2, LearningRate = 0.05 };
            var space = new { InputChannels = 3, InputSize = 1, Classes = 2, Depth = 1, Widths = "16" };
            var kinds = await Search("kinds").Data(Data.Csv("t.csv", target: "kind", new { Drop = "price" })).Space("mlp", space)
                .Strategy("random").Training(how).Budget(trials: 1).Final(epochs: 6, options: how).RunAsync();
            var prices = await Search("prices").Data(Data.Csv("t.csv", target: "price", new { Drop = "kind" })).Space("mlp", new { InputChannels = 3, InputSize = 1, Classes = 1, Depth = 1, Widths = "16" })
                .Strategy("random").Training(how).Objective(Minimize.Loss()).Budget(trials: 1).Final(epochs: 20, options: how).RunAsync();
            await kinds.Best.ExportOnnxAsync("kinds.onnx");
            await prices.Best.ExportOnnxAsync("prices.onnx");
            """);

        var run = (await NasProgram.RunAsync(_folder.Path, "run", "recipe.csx", "--json")).Succeeded();

        var searches = run.Json.GetProperty("searches");
        searches[0].GetProperty("best").GetProperty("metrics").GetProperty("test_accuracy").GetDouble().Should().BeGreaterThan(0.8);
        searches[1].GetProperty("best").GetProperty("metrics").GetProperty("test_r2").GetDouble().Should().BeGreaterThan(0.8);
        File.Exists(_folder.Of("kinds.onnx")).Should().BeTrue();
        System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(_folder.Of("prices.onnx"))).Should().Contain("prediction").And.Contain("target.mean");
        run.Error.Should().Contain("test rows");
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
