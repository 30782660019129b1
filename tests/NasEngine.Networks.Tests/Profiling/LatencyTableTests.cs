using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Networks.Tests.Profiling;

public sealed class LatencyTableTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-latency-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_network_takes_the_sum_of_its_operations()
    {
        var network = Two();
        var table = new LatencyTable(Times(
            ("conv in=3 out=4 kernel=3 stride=1 padding=1 dilation=1 groups=1 bias=False form=square 3×8×8", 0.5),
            ("conv in=4 out=4 kernel=3 stride=1 padding=1 dilation=1 groups=1 bias=False form=square 4×8×8", 0.25),
            ("relu 4×8×8", 0.125)));

        table.Of(network).Should().Be(0.5 + 0.125 + 0.25 + 0.25);
    }

    [Fact]
    public void Keys_are_the_same_for_equal_operations_anywhere_and_differ_by_operation_setting_and_shape()
    {
        var keys = Two().LatencyKeys().ToArray();
        var larger = NetworkSpec.From(new FeatureShape(3, 9, 9)).Conv("a", 4, 3).Build().LatencyKeys();

        keys.Should().HaveCount(4);
        keys[3].Should().Be(keys[2], "the second and third convolution differ only in their weights");
        keys.Concat(larger).Distinct().Should().HaveCount(4);
    }

    [Fact]
    public void A_table_for_other_programs_has_the_line_worked_into_its_times()
    {
        var table = new LatencyTable(Times(("block/48", 2), ("block/96", 3), ("head", 1))) { Base = 0.5, Scale = 1.5 };
        using var written = new MemoryStream();

        table.Write(written, LatencyTableFormat.TfNas);

        Encoding.UTF8.GetString(written.ToArray()).Replace("\r", "").Replace("\n", "").Replace(" ", "").Should().Be(
            """{"base":0.5,"block":{"48":3,"96":4.5},"head":1.5}""");
    }

    [Fact]
    public void A_key_that_has_a_time_and_parts_cannot_be_written_so()
    {
        var table = new LatencyTable(Times(("block", 2), ("block/96", 3)));

        table.Invoking(one => one.Write(Stream.Null, LatencyTableFormat.TfNas)).Should().Throw<InputException>()
            .WithMessage("*has a time for 'block' and for parts of it*");
    }

    [Fact]
    public void A_missing_key_is_named()
    {
        var table = new LatencyTable(Times(("relu 4×8×8", 1)));

        table.Invoking(it => it.Of(Two())).Should().Throw<InputException>().WithMessage("*no time for 'conv in=3 out=4*3×8×8'*");
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        var table = new LatencyTable(Times(("relu 4×8×8", 0.1), ("add 4×8×8 4×8×8", 1e-7)));
        var path = Path.Combine(_folder.FullName, "table.json");
        using (var file = File.Create(path))
        {
            table.Write(file);
        }

        LatencyTable.Read(path).Milliseconds.Should().Equal(table.Milliseconds);
    }

    [Fact]
    public void A_measured_table_keeps_its_line_its_error_and_its_device()
    {
        var table = new LatencyTable(Times(("relu 4×8×8", 0.5))) { Base = 0.25, Scale = 2, Error = 0.125, Device = "cpu, a processor" };
        var path = Path.Combine(_folder.FullName, "table.json");
        using (var file = File.Create(path))
        {
            table.Write(file);
        }

        var read = LatencyTable.Read(path);

        (read.Base, read.Scale, read.Error, read.Device).Should().Be((0.25, 2, 0.125, "cpu, a processor"));
        read.Of(NetworkSpec.From(new FeatureShape(4, 8, 8)).Then(new Activation(ActivationKind.Relu)).Build()).Should().Be(0.25 + (2 * 0.5));
    }

    [Theory]
    [InlineData("""{"version":2,"milliseconds":{}}""", "*has layout 2; this program reads layout 1.")]
    [InlineData("""{"version":1,"scale":"much","milliseconds":{}}""", "*has \"much\" for 'scale'; it must be a number.")]
    [InlineData("""{"version":1,"milliseconds":{"a":null}}""", "*has null for 'a'*")]
    public void A_measured_table_that_is_none_is_refused(string json, string message)
    {
        var path = Path.Combine(_folder.FullName, "table.json");
        File.WriteAllText(path, json);

        FluentActions.Invoking(() => LatencyTable.Read(path)).Should().Throw<InputException>().WithMessage(message);
    }

    [Fact]
    public void Times_by_a_second_key_are_joined_by_a_slash()
    {
        LatencyTable.Read(Write("""{"base": 9.5, "block_112_16": {"47": 1.5, "48": 2}}""")).Milliseconds
            .Should().Equal(Times(("base", 9.5), ("block_112_16/47", 1.5), ("block_112_16/48", 2)));
    }

    [Theory]
    [InlineData("{\n\"a\": 1,\n\"b\" 2}", "*table.json' is not valid JSON at line 3;*")]
    [InlineData("[1]", "*table.json' has [1] for ''; it must be an object of milliseconds by key.")]
    [InlineData("""{"a": {"b": "fast"}}""", "*has \"fast\" for 'a/b'*")]
    [InlineData("""{"a": 9e400}""", "*has 9e400 for 'a'*")]
    [InlineData("""{"a": -1e400}""", "*has -1e400 for 'a'*")]
    [InlineData("""{"a": 1, "b": 2, "a": 1}""", "*two times for 'a'; each key must be there once.")]
    [InlineData("""{"a": {"b": 1}, "a": {"b": 2}}""", "*two times for 'a/b'*")]
    [InlineData("""{"a": {"b": 1}, "a/b": 2}""", "*two times for 'a/b'*")]
    public void A_table_that_is_none_is_refused_with_the_place(string text, string message) =>
        FluentActions.Invoking(() => LatencyTable.Read(Write(text))).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void A_negative_time_is_none() =>
        FluentActions.Invoking(() => LatencyTable.Read(Write("""{"relu 4×8×8": -50}"""))["relu 4×8×8"])
            .Should().Throw<InputException>().WithMessage("*table.json' has -50 ms for 'relu 4×8×8'; a time cannot be negative*");

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_table_reads_the_same_with_a_byte_order_mark_and_compressed(bool compressed, bool marked)
    {
        var path = Path.Combine(_folder.FullName, "table.any");
        using (var file = File.Create(path))
        using (var content = compressed ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file)
        {
            content.Write(marked ? Encoding.UTF8.Preamble : []);
            content.Write("""{"relu 4×8×8": 0.5}"""u8);
        }

        LatencyTable.Read(path)["relu 4×8×8"].Should().Be(0.5);
    }

    [Fact]
    public void A_damaged_gzip_file_is_named()
    {
        var path = Path.Combine(_folder.FullName, "table.json.gz");
        File.WriteAllBytes(path, [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

        FluentActions.Invoking(() => LatencyTable.Read(path)).Should().Throw<InputException>()
            .WithMessage("*table.json.gz'*is a gzip file that is damaged*");
    }

    [Fact]
    public void A_missing_file_is_named() =>
        FluentActions.Invoking(() => LatencyTable.Read("gone.json")).Should().Throw<InputException>()
            .WithMessage("File 'gone.json' (option 'latency' of 'space cost') cannot be read*");

    private static NetworkSpec Two() => NetworkSpec.From(new FeatureShape(3, 8, 8)).At("stage1")
        .Conv("a", 4, 3).Activate(ActivationKind.Relu).Conv("b", 4, 3).Conv("c", 4, 3).Build();

    private static ImmutableSortedDictionary<string, double> Times(params (string Key, double Time)[] times) =>
        times.ToImmutableSortedDictionary(one => one.Key, one => one.Time, StringComparer.Ordinal);

    private string Write(string text)
    {
        var path = Path.Combine(_folder.FullName, "table.json");
        File.WriteAllText(path, text);
        return path;
    }
}
