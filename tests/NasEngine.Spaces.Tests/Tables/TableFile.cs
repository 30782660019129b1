using System.IO.Compression;

namespace NasEngine.Spaces.Tests;

/// <summary>A table in a folder of its own that is removed afterwards.</summary>
internal sealed class TableFile : IDisposable
{
    public const string Header = "index,arch_str,cifar10_val_acc,cifar10_test_acc_seeds,macs_m,params_m,pixel3_latency_ms,raspi4_latency_ms";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-table-");

    public TableFile(params string[] lines)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "table.csv");
        File.WriteAllLines(Path, lines);
    }

    public string Path { get; private set; }

    public TableFile Compressed()
    {
        var plain = File.ReadAllBytes(Path);
        using var gzip = new GZipStream(File.Create(Path), CompressionLevel.Fastest);
        gzip.Write(plain);
        return this;
    }

    public TableFile CutTo(int bytes)
    {
        File.WriteAllBytes(Path, File.ReadAllBytes(Path)[..bytes]);
        return this;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
