using System.IO.Compression;
using NasEngine.Contracts;
using NasEngine.Spaces.Benchmarks;

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

    /// <summary>Reads a published table.</summary>
    public static BenchmarkTable Published(string name, object? options = null) => Load(SharedData.PathOf(name)!, options);

    /// <summary>Reads it by options.</summary>
    public BenchmarkTable Load(object? options = null) => Load(Path, options);

    public TableFile Compressed()
    {
        var plain = File.ReadAllBytes(Path);
        using var gzip = new GZipStream(File.Create(Path), CompressionLevel.Fastest);
        gzip.Write(plain);
        return this;
    }

    public TableFile CutTo(int bytes)
    {
        File.WriteAllBytes(Path, File.ReadAllBytes(Path)[..(bytes > 0 ? bytes : ^-bytes)]);
        return this;
    }

    private static BenchmarkTable Load(string path, object? options) => BenchmarkTable.Load(
        TableOptions.Read(new OptionReader("estimator 'table'", OptionBag.From(options).With("table", path))));

    public void Dispose() => _folder.Delete(recursive: true);
}
