using System.IO.Compression;
using System.Text;
using NasEngine.Contracts;
using NasEngine.Tests;
using Parquet;
using Parquet.Schema;

namespace NasEngine.Datasets.Tests;

/// <summary>Damaged files of data of one's own: a sentence, or examples that fit together.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private const int Damages = 400;

    private readonly string _folder = Directory.CreateTempSubdirectory("nas-damaged-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_table_of_text() => Damage("t.csv", Encoding.UTF8.GetBytes(Rows(",")), "\n\r,;.\"-e0\t "u8, ("target", "kind"));

    [Fact]
    public async Task A_table_of_Parquet() => Damage("t.parquet", await Parquet(), "PAR1\0\u0015"u8, ("target", "kind"));

    [Fact]
    public void Arrays_of_NumPy() => Damage("t.npz", Arrays(), "PK<>|fiu()',0123456789\0"u8);

    [Fact]
    public void Texts() => Damage("t.txt", Encoding.UTF8.GetBytes(Rows("\t")), "\n\r\t 0\0"u8);

    private static string Rows(string separator) => string.Concat(Enumerable.Range(0, 40).Prepend(-1).Select(row => separator == "\t"
        ? $"{(row % 2 == 0 ? "good" : "bad")}\tword{row} same\n"
        : row < 0 ? "size,kind,colour\n" : $"{row}.5,{(row % 2 == 0 ? "cat" : "dog")},{(row % 3 == 0 ? "red" : "blue")}\n"));

    private static byte[] Arrays()
    {
        static byte[] Npy(string type, string shape, byte[] values) =>
            [0x93, .. "NUMPY"u8, 1, 0, 70, 0, .. Encoding.ASCII.GetBytes($"{{'descr': '{type}', 'fortran_order': False, 'shape': ({shape}), }}".PadRight(70)), .. values];
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, array) in new[]
            {
                ("x", Npy("<f4", "40, 2", [.. Enumerable.Range(0, 320).Select(place => (byte)(place / 8))])), ("y", Npy("|u1", "40,", [.. Enumerable.Range(0, 40).Select(row => (byte)(row % 2))])),
            })
            {
                using var entry = archive.CreateEntry(name + ".npy", CompressionLevel.NoCompression).Open();
                entry.Write(array);
            }
        }

        return file.ToArray();
    }

    private static async Task<byte[]> Parquet()
    {
        var schema = new ParquetSchema(new DataField<double>("size"), new DataField<string>("kind"));
        using var file = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(schema, file))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<double>(schema.GetDataFields()[0], Enumerable.Range(0, 40).Select(row => row / 2.0).ToArray().AsMemory());
            await group.WriteAsync(schema.GetDataFields()[1], Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? "cat" : "dog").ToArray());
        }

        return file.ToArray();
    }

    private void Damage(string name, byte[] whole, ReadOnlySpan<byte> likely, params (string Name, string Value)[] options)
    {
        var path = Path.Combine(_folder, name);
        var (read, plugins) = (0, new Dictionary<string, Func<OptionReader, IDataset>>
        {
            ["csv"] = reader => CsvOptions.Read(reader).Open(),
            ["parquet"] = reader => ParquetOptions.Read(reader).Open(),
            ["npz"] = reader => new NpzDataset(NpzOptions.Read(reader)),
            ["sequence"] = reader => new SequenceDataset(SequenceOptions.Read(reader)),
        });
        for (var number = -1; number < Damages; number++)
        {
            File.WriteAllBytes(path, number < 0 ? whole : Mutation.Of(whole, number, likely));
            try
            {
                var spec = DataKind.Of(path, options.Aggregate(OptionBag.Empty, (bag, one) => bag.With(one.Name, one.Value)));
                var data = plugins[spec.Id](new OptionReader($"data '{spec.Id}'", spec.Options));
                foreach (var part in new[] { data.Train, data.Test })
                {
                    (part.Values.Length + part.Pixels.Length).Should().Be(part.Count * part.Shape.Size, "damage {0}", number);
                    (part.Labels.Length + part.Targets.Length).Should().Be(part.Count, "damage {0}", number);
                    part.Values.ToArray().Should().OnlyContain(value => float.IsFinite(value), "damage {0}", number);
                }

                read++;
            }
            catch (InputException refusal) when (number >= 0)
            {
                refusal.Message.Should().NotBeEmpty().And.NotContain("   at ", "damage {0}", number);
            }
        }

        read.Should().BeInRange(1, Damages, "the whole one is read, and some of the others are not");
    }
}
