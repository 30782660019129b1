using NasEngine.Contracts;
using Parquet;
using Parquet.Schema;

namespace NasEngine.Datasets.Tests.Tables;

/// <summary>Tables of Parquet as data.</summary>
public sealed class ParquetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-parquet-").FullName;

    private string File => Path.Combine(_folder, "t.parquet");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_is_the_data_that_the_same_table_as_text_is()
    {
        await Write();
        var csv = Path.Combine(_folder, "t.csv");
        await System.IO.File.WriteAllTextAsync(csv, "size,count,new,kind,part\n1.5,3,True,cat,train\n2.25,,False,dog,train\n,5,True,cat,train\n3,7,False,dog,test\n");

        var parquet = ParquetOptions.Read(Reader("parquet", File)).Open();
        var text = CsvOptions.Read(Reader("csv", csv)).Open();

        parquet.FeatureNames.Should().Equal("size", "size=missing", "count", "count=missing", "new=False", "new=True");
        parquet.Train.Values.ToArray().Should().Equal(text.Train.Values.ToArray());
        parquet.Hash.Should().Be(text.Hash);
        parquet.Name.Should().Be("t.parquet");
    }

    [Fact]
    public void What_is_none_is_told()
    {
        System.IO.File.WriteAllText(File, "size,kind\n1,cat\n");

        FluentActions.Invoking(() => ParquetOptions.Read(Reader("parquet", File)).Open().Train).Should().Throw<InputException>()
            .WithMessage($"Table '{File}' is no table of Parquet, or is damaged: *");
    }

    private static OptionReader Reader(string id, string file) => new(
        $"data set '{id}'",
        OptionBag.Empty.With(IDataset.FolderOption, file).With("target", "kind").With("split", "part"));

    /// <summary>Two groups of rows; the first two columns and the fourth may be null.</summary>
    private async Task Write()
    {
        var schema = new ParquetSchema(
            new DataField<double?>("size"), new DataField<int?>("count"), new DataField<bool>("new"), new DataField<string>("kind"),
            new DataField<string>("part"));
        await using var stream = System.IO.File.Create(File);
        await using var writer = await ParquetWriter.CreateAsync(schema, stream);
        await Group([1.5, 2.25, null], [3, null, 5], [true, false, true], ["cat", "dog", "cat"], ["train", "train", "train"]);
        await Group([3.0], [7], [false], ["dog"], ["test"]);

        async Task Group(double?[] sizes, int?[] counts, bool[] news, string[] kinds, string[] parts)
        {
            using var group = writer.CreateRowGroup();
            var fields = schema.GetDataFields();
            await group.WriteAsync<double>(fields[0], sizes.AsMemory());
            await group.WriteAsync<int>(fields[1], counts.AsMemory());
            await group.WriteAsync<bool>(fields[2], news.AsMemory());
            await group.WriteAsync(fields[3], kinds);
            await group.WriteAsync(fields[4], parts);
        }
    }
}
