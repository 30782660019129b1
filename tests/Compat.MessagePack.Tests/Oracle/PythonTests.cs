using System.Buffers;
using System.Globalization;
using MessagePack;

namespace Compat.MessagePack.Tests.Oracle;

public sealed class PythonTests
{
    private const int Values = 3000;

    [PythonFact]
    public void Python_reads_what_was_written_and_writes_the_same_bytes()
    {
        var written = Enumerable.Range(0, Values).Select(Write).ToArray();

        var understood = PythonOracle.Ask(["check"], written);

        understood.Select(value => value.Hex).Should().Equal(written);
        understood.Should().Equal(written.Select(ValueText.Read));
    }

    [PythonFact]
    public void What_python_writes_is_read_and_written_the_same()
    {
        var made = PythonOracle.Ask(["make", "17", Values.ToString(CultureInfo.InvariantCulture)], []);

        made.Select(value => ValueText.Read(value.Hex)).Should().Equal(made);
    }

    private static string Write(int seed)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(bytes);
        new RandomValue(seed).Write(ref writer, depth: 3);
        writer.Flush();
        return Convert.ToHexStringLower(bytes.WrittenSpan);
    }
}
