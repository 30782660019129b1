using System.Globalization;

namespace NasEngine.Host.Tests.Programs;

/// <summary>A table of results for every cell of NAS-Bench-201, made up: each 3 × 3 convolution adds to the accuracy, its place a little.</summary>
internal static class CellTable
{
    private static readonly string[] Operations = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];

    public const string Best = "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|";

    /// <summary>Writes the table and returns its path.</summary>
    public static string Write(TempFolder folder) => folder.Write(
        "table.csv", "arch_str,cifar10_val_acc,cifar10_test_acc_seeds,macs_m,params_m\n" + string.Join('\n', Enumerable.Range(0, 15625).Select(Row)));

    private static string Row(int index)
    {
        var edges = Enumerable.Range(0, 6).Select(edge => index / (int)Math.Pow(5, edge) % 5).ToArray();
        var names = edges.Select(edge => Operations[edge]).ToArray();
        var score = 60 + edges.Select((edge, place) => edge == 3 ? 5 + 0.1 * place : edge == 2 ? 1 : 0).Sum();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"|{names[0]}~0|+|{names[1]}~0|{names[2]}~1|+|{names[3]}~0|{names[4]}~1|{names[5]}~2|,{score:0.00},{score:0.00};{score + 0.5:0.00},{10 + edges.Sum()},0.5");
    }
}
