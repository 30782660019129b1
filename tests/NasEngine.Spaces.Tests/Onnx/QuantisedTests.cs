using Google.Protobuf;
using NasEngine.Contracts;
using NasEngine.Export;
using NasEngine.Networks;
using NasEngine.Spaces.Tests.Relaxed;

namespace NasEngine.Spaces.Tests.Onnx;

/// <summary>Models of 8 bits.</summary>
public sealed class QuantisedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-int8-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("mobilenet-v2")]
    [InlineData("nasbench201")]
    [InlineData("autoformer")]
    public void A_quantised_network_gives_about_what_the_network_gives(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        using var trained = RandomNetworks.Of(space.Describe(space.Decisions.Sample(RandomSource.For(3, 0, id))));
        var samples = OnnxSamples.Noise(trained.Input, 64);
        var exact = OnnxModel.Of(trained, id, []);

        var quantised = QuantisedModel.Of(exact, samples);

        var agreement = OnnxCheck.Compare(quantised.ToByteArray(), trained, samples);
        agreement.Largest.Should().BeInRange(1e-6, 0.25, "steps of 1/255 are seen, and no more");
        quantised.Graph.Initializer.Sum(tensor => tensor.RawData.Length).Should().BeLessThan(exact.Graph.Initializer.Sum(tensor => tensor.RawData.Length));
        quantised.Graph.Node.Where(node => node.OpType is "Conv" or "Gemm").SelectMany(node => node.Input).Should()
            .OnlyContain(input => input.EndsWith(".rounded"), "all that a layer reads is of 8 bits");
    }

    [Theory]
    [InlineData("mobilenet-v2")]
    [InlineData("nasbench201")]
    [InlineData("autoformer")]
    public void A_dynamically_quantised_network_gives_about_what_the_network_gives(string id)
    {
        var space = AllSpaces.Make(id, ("scale", "mini"));
        using var trained = RandomNetworks.Of(space.Describe(space.Decisions.Sample(RandomSource.For(3, 0, id))));
        var exact = OnnxModel.Of(trained, id, []);

        var quantised = DynamicModel.Of(exact);

        OnnxCheck.Compare(quantised.ToByteArray(), trained, OnnxSamples.Noise(trained.Input, 64)).Largest.Should()
            .BeInRange(1e-6, 0.25, "steps of 1/255 are seen, and no more");
        quantised.Graph.Initializer.Sum(tensor => tensor.RawData.Length).Should().BeLessThan(exact.Graph.Initializer.Sum(tensor => tensor.RawData.Length));
        quantised.Graph.Node.Should().NotContain(node => node.OpType == "Conv" || node.OpType == "Gemm", "all layers compute with integers")
            .And.Contain(node => node.OpType == "ConvInteger");
    }

    /// <summary>A recurrent cell stays in float, with its weights: they are read inside a loop.</summary>
    [Fact]
    public void A_recurrent_network_is_quantised_around_its_cell()
    {
        var space = AllSpaces.Make("enas-rnn", ("scale", "mini"));
        using var trained = RandomNetworks.Of(space.Describe(space.Decisions.Sample(RandomSource.For(3, 0, "cell"))));
        var (exact, samples) = (OnnxModel.Of(trained, "cell", []), OnnxSamples.Noise(trained.Input, 64));

        foreach (var quantised in new[] { QuantisedModel.Of(exact, samples), DynamicModel.Of(exact) })
        {
            OnnxCheck.Compare(quantised.ToByteArray(), trained, samples).Largest.Should().BeInRange(1e-6, 0.25);
            quantised.Graph.Initializer.Should().NotContain(tensor => tensor.Name == "head.classifier.weight")
                .And.Contain(tensor => tensor.Name == "encoder.cell.node1.from0.weight");
        }
    }

    [Fact]
    public void Weights_have_a_step_per_output_channel()
    {
        var weights = WholeWeights.Of([1f, -0.25f, 0.1f, 0f, 2f, -2f], channels: 2);

        weights.Scales.Should().Equal(1f / 127, 2f / 127);
        weights.Values.Should().Equal((sbyte)127, (sbyte)-32, (sbyte)13, (sbyte)0, (sbyte)127, (sbyte)-127);
    }

    [Fact]
    public void Weights_that_a_network_keeps_in_few_bits_are_a_byte_each_and_stay_the_same_in_a_model_of_8_bits()
    {
        using var trained = RandomNetworks.Of(NetworkSpec.From(new FeatureShape(3, 9, 9))
            .InBits(5).Conv("a", 6, 3).BatchNorm("n").Activate(ActivationKind.Relu).GlobalAveragePool().Linear("c", 3).Build());
        var (model, samples) = (OnnxModel.Of(trained, "few", []), OnnxSamples.Noise(trained.Input, 64));
        model.Graph.Initializer.Single(tensor => tensor.Name == "a.weight.steps").RawData.Length.Should().Be(6 * 3 * 9);
        model.Graph.Initializer.Should().NotContain(tensor => tensor.Name == "a.weight");
        foreach (var quantised in new[] { QuantisedModel.Of(model, samples), DynamicModel.Of(model) })
        {
            OnnxCheck.Compare(quantised.ToByteArray(), trained, samples).Largest.Should().BeInRange(1e-7, 0.1);
        }

        FloatWeights.Apply(model.Graph);

        model.Graph.Node.Should().NotContain(node => node.OpType == "DequantizeLinear");
        OnnxCheck.Compare(model.ToByteArray(), trained, samples).Largest.Should().BeLessThan(1e-5);
    }

    [Fact]
    public void A_folded_batch_norm_changes_nothing()
    {
        using var trained = RandomNetworks.Of(NetworkSpec.From(new FeatureShape(3, 9, 9))
            .ConvBn("a", 6, 3, ActivationKind.Relu).Conv("b", 4, 1, bias: true).BatchNorm("n").Plus().GlobalAveragePool().Linear("c", 3).Build());
        var model = OnnxModel.Of(trained, "folded", []);

        BatchNormFolding.Apply(model.Graph);

        model.Graph.Node.Should().NotContain(node => node.OpType == "BatchNormalization");
        model.Graph.Initializer.Should().NotContain(tensor => tensor.Name == "n.running_mean");
        OnnxCheck.Compare(model.ToByteArray(), trained, OnnxSamples.Noise(trained.Input, 8)).Holds.Should().BeTrue();
    }

    [Fact]
    public void A_batch_norm_whose_input_is_read_twice_stays()
    {
        var convolved = NetworkSpec.From(new FeatureShape(3, 9, 9)).Conv("a", 6, 3);
        using var trained = RandomNetworks.Of(convolved.BatchNorm("n").Plus(convolved).GlobalAveragePool().Linear("c", 3).Build());
        var model = OnnxModel.Of(trained, "kept", []);

        BatchNormFolding.Apply(model.Graph);

        model.Graph.Node.Should().Contain(node => node.OpType == "BatchNormalization");
        OnnxCheck.Compare(model.ToByteArray(), trained, OnnxSamples.Noise(trained.Input, 8)).Holds.Should().BeTrue();
    }

    [Fact]
    public void Its_accuracy_is_measured_beside_that_of_the_network()
    {
        var data = new StripeData();
        var space = AllSpaces.Make("nasbench201", ("scale", "mini"), ("channels", "4"), ("cells", "1"));
        using var trained = RandomNetworks.Of(space.Describe(space.Decisions.Sample(RandomSource.For(3, 0, "cell"))));
        var path = Path.Combine(_folder, "made", "small.onnx");

        var file = QuantisedExport.Write(trained, "small", [], data, path);
        var dynamic = QuantisedExport.WriteDynamic(trained, "small", [], data, path + ".dynamic");

        var ours = Enumerable.Range(0, data.Test.Count).Count(place =>
        {
            var given = trained.Outputs([.. data.Test.Pixels.Slice(place * 784, 784).ToArray().Select(value => (float)value)], 1);
            return Array.IndexOf(given, given.Max()) == data.Test.Labels.Span[place];
        });
        file.FloatQuality.Should().Be(new ModelQuality(20, ours / 20.0, OfClasses: true));
        dynamic.FloatQuality.Should().Be(file.FloatQuality);
        dynamic.Quality.Value.Should().BeInRange(0, 1);
        file.Bytes.Should().Be(new FileInfo(path).Length).And.BeLessThan(file.FloatBytes);
        file.Line.Should().Contain("on 20 test examples").And.Contain("in float.");
    }
}
