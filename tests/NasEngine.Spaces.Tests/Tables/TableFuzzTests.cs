using System.Globalization;
using System.IO.Compression;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Spaces.Benchmarks;
using NasEngine.Tests;

namespace NasEngine.Spaces.Tests;

/// <summary>Damaged tables: a sentence, or what the text says.</summary>
public sealed class TableFuzzTests : IDisposable
{
    private const int Damages = 3000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-fuzz-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_damaged_CSV_table_is_refused_or_read_as_its_text_stands()
    {
        var rows = Enumerable.Range(0, 12).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row},a{row},{60 + row}.5,9{row % 10};80,{row},0.5,1.5,2"));
        var whole = Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(TableFile.Header)) + "\n");
        var read = 0;
        for (var number = 0; number < Damages; number++)
        {
            var damaged = Mutation.Of(whole, number, "\n\r,;.\"-e0%\t "u8);
            if (Load(damaged, null) is { } table)
            {
                read++;
                if (!damaged.Contains((byte)'"'))
                {
                    table.Rows.ToDictionary(row => row.Key, row => (row.Value.ValidationAccuracy, row.Value.TestAccuracy))
                        .Should().BeEquivalentTo(Plainly(damaged), "damage {0}", number);
                }
            }
        }

        read.Should().BeInRange(1, Damages - 1, "some are harmless and some are not");
    }

    [Fact]
    public void A_damaged_JSON_table_is_refused_or_read()
    {
        var whole = """{"00": {"test_acc": [45.32, 45.33], "mean_acc": 45.3, "params": 387882, "flops": 7713280}, "01": {"test_acc": [64.3, 64.2], "mean_acc": 64.2, "params": 791594, "flops": 14115328}}"""u8;
        for (var number = 0; number < Damages; number++)
        {
            var damaged = Mutation.Of(whole, number, "{}[],:\"0123e-.null"u8);
            var table = Load(damaged, new { Format = "nas-bench-macro" });
            table?.Rows.Values.Should().OnlyContain(row => row.TestAccuracy >= 0 && row.TestAccuracy <= 1, "damage {0}", number);
        }
    }

    [Fact]
    public void A_damaged_gzip_table_is_refused_or_is_the_whole_one()
    {
        var rows = Enumerable.Range(0, 40).Select(row => $"{row},a{row},80,90,1,1,1,1");
        var text = Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(TableFile.Header)));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(text);
        }

        for (var number = 0; number < Damages; number++)
        {
            var table = Load(Mutation.Of(packed.ToArray(), number, [0x1F, 0x8B, 0, 0xFF]), null);
            table?.Count.Should().Be(40, "damage {0}", number);
        }
    }

    private BenchmarkTable? Load(byte[] bytes, object? options)
    {
        var path = Path.Combine(_folder.FullName, "table");
        File.WriteAllBytes(path, bytes);
        try
        {
            return BenchmarkTable.Load(TableOptions.Read(new OptionReader("estimator 'table'", OptionBag.From(options).With("table", path))));
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>The same by hand: lines, fields, numbers.</summary>
    private static Dictionary<string, (double Validation, double Test)> Plainly(byte[] bytes)
    {
        string[][] lines = [.. Encoding.UTF8.GetString(bytes).Split(["\r\n", "\n", "\r"], StringSplitOptions.None)
            .Where(line => line.Length > 0)
            .Select(line => line.Split(',').Select(field => field.Trim(' ')).ToArray())];
        int Column(string name) => Array.IndexOf(lines[0], name);
        double Share(string text) => double.Parse(text, CultureInfo.InvariantCulture) / 100;
        return lines.Skip(1).ToDictionary(
            line => line[Column("arch_str")],
            line => (Share(line[Column("cifar10_val_acc")]), line[Column("cifar10_test_acc_seeds")].Split(';').Select(Share).Average()));
    }
}
