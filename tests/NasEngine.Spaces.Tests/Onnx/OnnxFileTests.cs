using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Networks;
using Onnx;

namespace NasEngine.Spaces.Tests.Onnx;

/// <summary>The file that is written of a network.</summary>
public sealed class OnnxFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-onnx-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_says_what_its_input_and_its_classes_are()
    {
        using var trained = RandomNetworks.Of(NetworkSpec.From(new FeatureShape(2, 3, 3)).Linear("l", 3).Build());
        var path = Path.Combine(_folder, "models", "tiny.onnx");

        var file = OnnxExport.Of(trained, "tiny", [new("seed", "7")], OnnxSamples.Noise(trained.Input)).Write(path);

        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        var said = model.MetadataProps.ToDictionary(entry => entry.Key, entry => entry.Value);
        said["classes"].Should().Be("""["class 0","class 1","class 2"]""");
        said["mean"].Should().Be("[100,101]");
        said["deviation"].Should().Be("[50,51]");
        said["data_sha256"].Should().Be("00");
        said["seed"].Should().Be("7");
        model.Graph.Input.Single().Type.TensorType.Shape.Dim.Select(dim => dim.DimParam + dim.DimValue).Should().Equal("N0", "2", "3", "3");
        model.Graph.Output.Single().Type.TensorType.Shape.Dim.Select(dim => dim.DimParam + dim.DimValue).Should().Equal("N0", "3");
        model.Graph.Initializer.Select(tensor => tensor.Name).Should().Contain(["l.weight", "l.bias"]);
        file.Bytes.Should().Be(new FileInfo(path).Length);
        file.Agreement.Inputs.Should().Be(OnnxSamples.Usual);
    }

    [Fact]
    public void It_is_not_written_where_the_model_gives_other_answers()
    {
        using var trained = RandomNetworks.Of(NetworkSpec.From(new FeatureShape(2, 3, 3)).Linear("l", 3).Build());
        var nothing = new OnnxSamples(trained.Input.Shape, [.. Enumerable.Repeat(float.NaN, 18)], 1, "no numbers");
        var path = Path.Combine(_folder, "tiny.onnx");

        var write = () => OnnxExport.Of(trained, "tiny", [], nothing).Write(path);

        write.Should().Throw<InvalidOperationException>().WithMessage("The ONNX model of 'tiny' is not the network that it was made of*nothing was written.");
        Directory.EnumerateFileSystemEntries(_folder).Should().BeEmpty();
    }

    [Fact]
    public void A_folder_in_its_place_is_told()
    {
        using var trained = RandomNetworks.Of(NetworkSpec.From(new FeatureShape(2, 3, 3)).Linear("l", 3).Build());
        var path = Path.Combine(_folder, "taken.onnx");
        Directory.CreateDirectory(path);

        var write = () => OnnxExport.Of(trained, "tiny", [], OnnxSamples.Noise(trained.Input)).Write(path);

        write.Should().Throw<InputException>().WithMessage($"The model cannot be written to '{path}':*");
        Directory.EnumerateFileSystemEntries(_folder).Should().Equal(path);
    }
}
