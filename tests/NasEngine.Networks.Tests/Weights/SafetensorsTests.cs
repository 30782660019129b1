using System.Text;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks.Tests.Weights;

public sealed class SafetensorsTests : IDisposable
{
    private readonly DisposeScope _scope = torch.NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        var bytes = Written(new() { ["a"] = torch.tensor([1f, 2f], [2, 1]), ["b"] = torch.tensor([7L]) });

        const string header = """{"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"b":{"dtype":"I64","shape":[1],"data_offsets":[8,16]}}""";
        var padded = header.PadRight((header.Length + 7) / 8 * 8);
        bytes.Should().Equal(
            [.. BitConverter.GetBytes((long)padded.Length), .. Encoding.UTF8.GetBytes(padded), .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f), .. BitConverter.GetBytes(7L)]);
    }

    [Fact]
    public void What_was_written_is_read_bit_for_bit()
    {
        var tensors = new Dictionary<string, torch.Tensor>
        {
            ["weights"] = torch.randn(3, 4, 5).permute(2, 0, 1),
            ["scalar"] = torch.tensor(1.5),
            ["bytes"] = torch.tensor(new byte[] { 1, 2, 255 }),
            ["leaf"] = torch.ones(2, requires_grad: true),
            ["mask"] = torch.ones([3], torch.@bool),
            ["halves"] = torch.randn(3).bfloat16(),
        };

        var read = Safetensors.Read(new MemoryStream(Written(tensors)), "test");

        read.Keys.Should().BeEquivalentTo(tensors.Keys);
        foreach (var (name, tensor) in tensors)
        {
            read[name].shape.Should().Equal(tensor.shape);
            read[name].dtype.Should().Be(tensor.dtype);
            Bits.Of(read[name]).Should().Equal(Bits.Of(tensor));
        }
    }

    [Fact]
    public void Metadata_of_other_writers_is_skipped()
    {
        const string header = """{"__metadata__":{"format":"pt"},"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""";
        byte[] bytes = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), 9];
        Safetensors.Read(new MemoryStream(bytes), "test")["x"].data<byte>().Should().Equal(9);
    }

    [Theory]
    [InlineData("""{"x":{"dtype":"F31","shape":[1],"data_offsets":[0,2]}}""", "tensor 'x' has type F31; known: BF16, BOOL, F16, F32, F64, I16, I32, I64, I8, U8; at byte 9")]
    [InlineData("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "tensor 'x' of 8 bytes has 4 bytes of data at byte 9")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "tensor 'x' starts at byte 66 and not at 62")]
    [InlineData("""{"x":{"dtype":"F32"}}""", "tensor 'x' has no dtype, shape or two data_offsets at byte 9")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", "tensor 'x' has no dtype, shape or two data_offsets at byte 9")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "tensor 'x' has something else than a whole number of at least 0 at byte 37")]
    [InlineData("""{"x":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", "tensor 'x' is larger than any file at byte 9")]
    [InlineData("""{"x":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", "tensor 'x' has something else than a list of numbers at byte 36")]
    [InlineData("""{"x":{"dtype":4}}""", "tensor 'x' has something else than the name of a type at byte 22")]
    [InlineData("""{"x":7}""", "tensor 'x' has something else than an object at byte 13")]
    [InlineData("""{"x":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"x":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}""", "tensor 'x' is there twice at byte 61")]
    [InlineData("""["x"]""", "its header has something else than an object at byte 8")]
    [InlineData("""{"x":{"dtype":"F32",,""", "tensor 'x' is not JSON at byte 28")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "it is truncated at byte 62, in tensor 'x', which ends at byte 66")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000]}}""", "it is truncated at byte 86, in tensor 'x', which ends at byte 4000000000086")]
    public void What_is_wrong_with_a_file_is_said(string header, string reason)
    {
        byte[] bytes = [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header)];
        FluentActions.Invoking(() => Safetensors.Read(new MemoryStream(bytes), "w.safetensors")).Should().Throw<InputException>()
            .WithMessage($"'w.safetensors' is not a whole safetensors file: {reason}.");
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_before_memory_is_taken() =>
        FluentActions.Invoking(() => Safetensors.Read(new MemoryStream(Encoding.UTF8.GetBytes("PK not a tensor file")), "w.zip")).Should().Throw<InputException>()
            .WithMessage("'w.zip' is not a whole safetensors file: its header would have * bytes.");

    private static byte[] Written(Dictionary<string, torch.Tensor> tensors)
    {
        using var stream = new MemoryStream();
        Safetensors.Write(stream, tensors);
        return stream.ToArray();
    }
}
