using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using NasEngine.Contracts;
using NasEngine.Datasets;
using NasEngine.Export;
using NasEngine.Networks;
using NasEngine.Plugins.Conformance;

namespace NasEngine.Spaces.Tests.Onnx;

/// <summary>Networks as console projects of C#.</summary>
public sealed class CSharpTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-csharp-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_project_builds_and_gives_a_picture_the_classes_that_the_network_gives_it()
    {
        var (data, picture) = Photos();
        using var trained = Network(data);
        var to = Path.Combine(_folder, "app");
        var written = CSharpExport.Write(trained, "photos-best", [], OnnxSamples.Of(data), to);

        var build = await RunAsync("dotnet", "build", to, "-o", Path.Combine(to, "out"), "--disable-build-servers", "-p:NuGetAudit=false");
        build.Code.Should().Be(0, build.Output);
        build.Output.Should().Contain("0 Warning(s)");
        var program = Path.Combine(to, "out", "classify.dll");
        var good = await RunAsync("dotnet", program, picture);
        File.WriteAllText(Path.Combine(_folder, "no.png"), "none");
        var bad = await RunAsync("dotnet", program, Path.Combine(_folder, "no.png"));

        (good.Code, good.Error).Should().Be((0, ""));
        good.Output.TrimEnd().Split('\n').Should().Equal(Lines(trained, data), "the picture is resized and normalised as for training");
        (bad.Code, bad.Output).Should().Be((2, ""));
        bad.Error.Should().Be($"classify: The picture '{_folder}/no.png' cannot be read: it is none of PNG, JPEG, BMP, GIF and WebP, or its beginning is damaged.\n");
        written.Line.Should().Contain($"'dotnet run --project {to} -- PICTURE' classifies").And.Contain("all answers the same");
        File.ReadAllText(Path.Combine(to, "README.md")).Should().Contain("dotnet run -- PICTURE").And.Contain("(pad, cubic:");
    }

    [Fact]
    public void Sources_that_were_changed_stay_and_the_model_is_renewed()
    {
        var (data, _) = Photos();
        using var trained = Network(data);
        var to = Path.Combine(_folder, "app");
        var program = Path.Combine(to, "Program.cs");
        CSharpExport.Write(trained, "photos-best", [], OnnxSamples.Of(data), to).Kept.Should().BeEmpty();
        File.AppendAllText(program, "// mine");
        File.WriteAllText(Path.Combine(to, "model.onnx"), "old");

        var again = CSharpExport.Write(trained, "photos-best", [], OnnxSamples.Of(data), to);

        File.ReadAllText(program).Should().EndWith("// mine");
        new FileInfo(Path.Combine(to, "model.onnx")).Length.Should().BeGreaterThan(3);
        again.Kept.Should().Equal(program);
        again.Files.Should().NotContain(program);
        again.Line.Should().EndWith(" What was changed since it was exported is kept: Program.cs.");
    }

    [Fact]
    public void Its_packages_are_those_that_the_engine_is_built_with()
    {
        var (data, _) = Photos();
        using var trained = Network(data);
        CSharpExport.Write(trained, "photos-best", [], OnnxSamples.Of(data), Path.Combine(_folder, "app"));

        var pinned = Packages(AllSpaces.InRepository("Directory.Packages.props"), "PackageVersion");
        var taken = Packages(Path.Combine(_folder, "app", "classify.csproj"), "PackageReference");

        taken.Should().HaveCount(3).And.BeSubsetOf(pinned);
    }

    [Theory]
    [InlineData("rows", 4, 1, 1, "rows of a table")]
    [InlineData("texts", 1, 1, 8, "sequences of tokens")]
    [InlineData("numbers", 3, 8, 8, "inputs to learn a number of")]
    [InlineData("wide", 3, 8, 9, "pictures of 3×8×9")]
    [InlineData("deep", 5, 8, 8, "inputs of 5×8×8")]
    public void What_is_not_pictures_with_a_class_each_is_refused_and_nothing_written(string kind, int channels, int height, int width, string taken)
    {
        using var any = RandomNetworks.Of(NetworkSpec.From(new FeatureShape(channels, height, width)).GlobalAveragePool().Linear("c", 3).Build());
        var input = any.Input with
        {
            Vocabulary = kind == "texts" ? new Vocabulary("words", ["a"]) : null,
            Target = kind == "numbers" ? (0, 1) : null,
        };
        using var trained = new TrainedNetwork(any.Network, input);
        var to = Path.Combine(_folder, "app");

        FluentActions.Invoking(() => CSharpExport.Write(trained, "x", [], OnnxSamples.Noise(input, 2), to)).Should().Throw<InputException>()
            .WithMessage($"The project of C# classifies square pictures of 1, 3 or 4 channels, and the network of noise takes {taken}; take the format onnx.");
        Directory.Exists(to).Should().BeFalse();
    }

    [Fact]
    public void A_folder_with_other_files_is_left_as_it_is()
    {
        var (data, _) = Photos();
        using var trained = Network(data);
        File.WriteAllText(Path.Combine(_folder, "Program.cs"), "mine");

        FluentActions.Invoking(() => CSharpExport.Write(trained, "x", [], OnnxSamples.Of(data), _folder)).Should().Throw<InputException>()
            .WithMessage($"The folder '{_folder}' has other files than a project that was exported; give a new or an empty one.");
        File.ReadAllText(Path.Combine(_folder, "Program.cs")).Should().Be("mine");
        File.Exists(Path.Combine(_folder, "model.onnx")).Should().BeFalse();
    }

    [Fact]
    public void How_pictures_were_resized_goes_with_the_network_and_into_the_metadata()
    {
        var (data, _) = Photos();
        using var trained = Network(data);
        using var file = new MemoryStream();
        trained.Input.Write(file);
        file.Position = 0;

        NetworkInput.Read(file, "input.json").Resizing.Should().Be(new PictureResizing("pad", "cubic"));
        OnnxModel.Of(trained, "x", []).MetadataProps.Select(one => $"{one.Key}={one.Value}").Should().Contain(["resize=pad", "filter=cubic"]);
        RandomNetworks.Of(NetworkSpec.From(new FeatureShape(1, 2, 2)).GlobalAveragePool().Linear("c", 2).Build()).Input.Resizing.Should().BeNull();
    }

    private static string[] Lines(TrainedNetwork trained, IDataset data)
    {
        var logits = trained.Outputs([.. data.Test.Pixels.ToArray().Select(pixel => (float)pixel)], 1);
        var sum = logits.Sum(logit => Math.Exp(logit));
        return [.. logits.Select((logit, number) => (Share: Math.Exp(logit) / sum, Name: data.ClassNames[number])).OrderByDescending(one => one.Share)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Share:0.0000} {one.Name}"))];
    }

    private static HashSet<string> Packages(string file, string element) =>
        [.. XDocument.Load(file).Descendants(element).Select(one => $"{one.Attribute("Include")!.Value} {one.Attribute("Version")!.Value}")];

    private static TrainedNetwork Network(IDataset data)
    {
        var shape = data.Train.Shape;
        var any = RandomNetworks.Of(NetworkSpec.From(new FeatureShape(shape.Channels, shape.Height, shape.Width))
            .ConvBn("a", 6, 3, ActivationKind.Relu).GlobalAveragePool().Linear("c", data.Classes).Build());
        return new TrainedNetwork(any.Network, NetworkInput.Of(data));
    }

    /// <summary>Two classes of pictures of noise, wider than high, and the one of the test.</summary>
    private (IDataset Data, string Picture) Photos()
    {
        var photos = Path.Combine(_folder, "photos");
        foreach (var (place, name) in new[] { "train/cat/a", "train/dog/b", "test/dog/c" }.Index())
        {
            var path = Path.Combine(photos, name + ".bmp");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Noise((ulong)place));
        }

        var options = new[] { ("data", photos), ("size", "8"), ("resize", "pad"), ("filter", "cubic") }
            .Aggregate(OptionBag.Empty, (bag, option) => bag.With(option.Item1, option.Item2));
        var parts = PluginParts.Of(new DatasetsPlugin(() => throw new InputException("no cache")));
        return (parts.Create<IDataset, NoSetup>(new ComponentSpec("folder", options), NoSetup.Value), Path.Combine(photos, "test/dog/c.bmp"));
    }

    /// <summary>20 × 14 pixels of 24 bits as a BMP.</summary>
    private static byte[] Noise(ulong seed)
    {
        const int Width = 20, Height = 14, Head = 54;
        var file = new byte[Head + (Width * Height * 3)];
        "BM"u8.CopyTo(file);
        foreach (var (place, number) in new[] { (2, file.Length), (10, Head), (14, 40), (18, Width), (22, Height), (26, 1 | (24 << 16)) })
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(place), number);
        }

        var random = RandomSource.For(seed, 0, "picture");
        for (var place = Head; place < file.Length; place++)
        {
            file[place] = (byte)random.NextInt(256);
        }

        return file;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
