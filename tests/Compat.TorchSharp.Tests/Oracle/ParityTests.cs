using static TorchSharp.torch;

namespace Compat.TorchSharp.Tests.Oracle;

public sealed class ParityTests
{
    private static readonly ParityCase[] Cases =
        [.. PointwiseCases.All, .. TensorCases.All, .. FunctionalCases.All, .. NumericsCases.All, .. PoolingCases.All, .. LossCases.All, .. TransformerCases.All, .. RarerModuleCases.All, .. ModuleCases.All, .. OptimizerCases.All];

    private static readonly Lazy<Dictionary<string, Dictionary<string, Answer>>?> FromPython = new(() => PythonOracle.Ask(Cases, Draw));

    public static TheoryData<string> Names => [.. Cases.Select(parity => parity.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Results_and_gradients_equal_pytorch_to_the_last_bit(string name)
    {
        set_num_threads(1);
        var parity = Cases.Single(candidate => candidate.Name == name);
        var expected = FromPython.Value?[name];
        using var scope = NewDisposeScope();
        var ours = parity.Ours(Draw(parity)).ToDictionary(entry => entry.Key, entry => BytesOf(entry.Value));
        if (expected is null)
        {
            RecordedAnswers.Compare(name, ours);
            return;
        }

        PythonOracle.Errors.Should().NotContainKey(name);
        ours.Keys.Should().BeEquivalentTo(expected.Keys);
        foreach (var (key, answer) in expected)
        {
            ours[key].Shape.Should().Equal(answer.Shape, key);
            ours[key].Type.Should().Be(answer.Type, key);
            ours[key].Bytes.AsSpan().SequenceEqual(answer.Bytes).Should().BeTrue("{0} of {1} must have the same bits", key, name);
        }

        RecordedAnswers.Record(name, expected);
    }

    [Theory]
    [InlineData("conv2d")]
    [InlineData("LSTM")]
    [InlineData("training by Adam")]
    public void Recorded_answers_stand_in_where_python_is_missing(string name)
    {
        set_num_threads(1);
        var parity = Cases.Single(candidate => candidate.Name == name);
        using var scope = NewDisposeScope();
        var ours = parity.Ours(Draw(parity)).ToDictionary(entry => entry.Key, entry => BytesOf(entry.Value));

        RecordedAnswers.Compare(name, ours);
        ours["extra"] = ours.Values.First();
        FluentActions.Invoking(() => RecordedAnswers.Compare(name, ours)).Should().Throw<Exception>();
    }

    private static Tensor[] Draw(ParityCase parity)
    {
        using var generator = new Generator((ulong)parity.Name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));
        return Array.ConvertAll(parity.Inputs, input =>
        {
            var drawn = input.Draw(input.Shape, generator).detach();
            return input.Grad ? drawn.requires_grad_() : drawn;
        });
    }

    private static Answer BytesOf(Tensor tensor)
    {
        using var stream = new MemoryStream();
        tensor.detach().WriteBytesToStream(stream);
        return new Answer(tensor.dtype, tensor.shape, stream.ToArray());
    }
}
