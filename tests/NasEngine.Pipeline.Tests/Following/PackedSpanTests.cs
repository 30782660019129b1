using System.Buffers;
using FluentAssertions;
using MessagePack;
using NasEngine.Pipeline.Reading.Following;
using Xunit;

namespace NasEngine.Pipeline.Tests.Following;

/// <summary>It reads what the library writes, and nothing else.</summary>
public sealed class PackedSpanTests
{
    [Fact]
    public void Whole_numbers_of_all_sizes_are_read()
    {
        long[] numbers =
        [
            .. Enumerable.Range(0, 64).SelectMany(bits => new[] { (1L << bits) - 1, 1L << bits, -(1L << bits), -(1L << bits) - 1 }),
        ];
        var bytes = Written((ref MessagePackWriter writer) =>
        {
            foreach (var number in numbers)
            {
                writer.Write(number);
            }
        });

        var reader = new PackedSpan(bytes);
        foreach (var number in numbers)
        {
            reader.Whole().Should().Be(number);
        }
    }

    [Fact]
    public void Numbers_texts_lists_and_what_is_gone_past_are_read_one_after_another()
    {
        var texts = new[] { 0, 31, 32, 255, 256, 65_536 }.Select(length => new string('ü', length)).ToArray();
        var bytes = Written((ref MessagePackWriter writer) =>
        {
            writer.Write(0.1);
            writer.Write(0.5f);
            writer.Write(7);
            foreach (var text in texts)
            {
                writer.Write(text);
            }

            writer.WriteMapHeader(1);
            writer.Write("gone");
            writer.WriteArrayHeader(1);
            writer.Write("past");
            writer.WriteNil();
            writer.WriteMapHeader(3);
            writer.Write(new byte[6]);
        });

        var reader = new PackedSpan(bytes);
        (reader.Number(), reader.Number(), reader.Number()).Should().Be((0.1, 0.5, 7));
        foreach (var text in texts)
        {
            System.Text.Encoding.UTF8.GetString(reader.Text()).Should().Be(text);
        }

        reader.Skip();
        (reader.TryNil(), reader.TryNil(), reader.Map()).Should().Be((true, false, 3));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(70_000)]
    public void Lists_of_all_lengths_are_counted(int count)
    {
        var bytes = Written((ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(count);
            foreach (var number in Enumerable.Range(0, count))
            {
                writer.Write(number);
            }
        });

        new PackedSpan(bytes).Array().Should().Be(count);
    }

    [Theory]
    [InlineData("DD7FFFFFFF", typeof(EndOfStreamException))] // Two thousand million members in no bytes.
    [InlineData("DDFFFFFFFF", typeof(EndOfStreamException))]
    [InlineData("93", typeof(EndOfStreamException))]
    [InlineData("A0", typeof(MessagePackSerializationException))] // A text.
    public void A_list_that_is_not_there_is_refused(string bytes, Type refused)
    {
        var count = () => new PackedSpan(Convert.FromHexString(bytes)).Array();

        count.Should().Throw<Exception>().Which.GetType().Should().Be(refused);
    }

    private delegate void Write(ref MessagePackWriter writer);

    private static byte[] Written(Write write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        write(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
