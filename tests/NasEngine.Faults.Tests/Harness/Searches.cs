using System.Globalization;

namespace NasEngine.Faults;

/// <summary>Arguments of <c>nas run</c> for the searches that are disturbed.</summary>
internal static class Searches
{
    private static readonly Lazy<string> TableFile = new(WriteTable);

    /// <summary>A search of a table of all NAS-Bench-201 architectures, named <c>table</c>.</summary>
    public static string[] Table(int evaluations, params string[] further) =>
        [Installation.Recipe("table.csx"), "--set", $"table={TableFile.Value}", "--set", Set("evaluations", evaluations), .. Isolated(further)];

    /// <summary>A search of a table with latencies that are measured as it goes.</summary>
    public static string[] Filled(string name) =>
        [Installation.Recipe("filled.csx"), "--set", $"table={TableFile.Value}", "--set", $"name={name}", .. Isolated([])];

    /// <summary>FP-NAS on Fashion-MNIST, named <c>fpnas</c>; null when the data is not installed.</summary>
    public static string[]? FpNas(int steps, params string[] further) => Supernet("fpnas", steps, further);

    /// <summary>DARTS on Fashion-MNIST, named <c>darts</c>; null when the data is not installed.</summary>
    public static string[]? Darts(int steps, params string[] further) => Supernet("darts", steps, further);

    /// <summary>
    /// Single-path one-shot on Fashion-MNIST, as many steps and then as many slices, named <c>singlepath</c>; null when the data is not
    /// installed.
    /// </summary>
    public static string[]? SinglePath(int steps, params string[] further) => Supernet("singlepath", steps, further);

    /// <summary>A search with the parts that go wrong, named <c>faulty</c>.</summary>
    public static string[] Faulty(params string[] further) => [Installation.Recipe("faulty.csx"), "--plugins", Plugin, .. Isolated(further)];

    /// <summary>The manifest of the parts that go wrong.</summary>
    public static string Plugin => Path.Combine(Installation.Root, "tests", "NasEngine.Faults.Plugin", "plugins.json");

    private static string[]? Supernet(string name, int steps, string[] further) =>
        Directory.Exists("/usr/share/datasets/fashion-mnist")
            ? [Installation.Recipe($"{name}.csx"), "--set", Set("steps", steps), "--threads-per-worker", "1", "--checkpoint-seconds", "1", .. further]
            : null;

    private static string[] Isolated(string[] arguments) =>
        arguments.Contains("--isolation") ? arguments : [.. arguments, "--isolation", "process"];

    private static string Set(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}");

    /// <summary>Every architecture of NAS-Bench-201 with made-up accuracies, so that no published table is needed.</summary>
    private static string WriteTable()
    {
        string[] operations = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];
        var rows = Enumerable.Range(0, 15_625).Select(number =>
        {
            var edges = Enumerable.Range(0, 6).Select(edge => operations[number / (int)Math.Pow(5, edge) % 5]).ToArray();
            var accuracy = 40 + ((number * 7919L) % 5_500 / 100.0);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"|{edges[0]}~0|+|{edges[1]}~0|{edges[2]}~1|+|{edges[3]}~0|{edges[4]}~1|{edges[5]}~2|,{accuracy},{accuracy};{accuracy + 1}");
        });
        var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"nas-faults-table-{Environment.ProcessId}.csv"));
        File.WriteAllLines(file, rows.Prepend("arch_str,cifar10_val_acc,cifar10_test_acc_seeds"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }
}
