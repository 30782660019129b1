namespace NasEngine.Spaces.Benchmarks;

/// <summary>
/// How a table says what: the names of its columns and their units. An empty name stands for a column that a table does not have.
/// </summary>
/// <param name="Architecture">Column of the architecture in the text form of its space.</param>
/// <param name="Validation">Column of the validation accuracy.</param>
/// <param name="Test">Columns of test accuracies, of which the mean counts; a field may hold several.</param>
/// <param name="Macs">Column of the multiply-adds.</param>
/// <param name="MacsUnit">Unit of the multiply-adds.</param>
/// <param name="Parameters">Column of the parameters.</param>
/// <param name="ParametersUnit">Unit of the parameters.</param>
/// <param name="Latency">Column of the latency.</param>
internal sealed record TableFormat(
    string Architecture, string Validation, string Test, string Macs, string MacsUnit, string Parameters, string ParametersUnit,
    string Latency)
{
    /// <summary>The format of a recipe that names none.</summary>
    public const string Usual = "nas-bench-201";

    private const string Macro = "nas-bench-macro";

    /// <summary>Names of the published formats.</summary>
    public static string[] Names { get; } = [Usual, Macro];

    /// <summary>
    /// The published format of a name: NAS-Bench-201 (arXiv 2001.00326) with the latencies of HW-NAS-Bench (arXiv 2103.10584) as one CSV,
    /// and NAS-Bench-Macro (arXiv 2103.11922), whose authors' JSON has the same names as a CSV of it. It has test accuracies only.
    /// </summary>
    public static TableFormat Of(string name) => name == Macro
        ? new("arch", "", "mean_acc", "flops", TableUnits.One, "params", TableUnits.One, "")
        : new(
            "arch_str", "cifar10_val_acc", "cifar10_test_acc_seeds", "macs_m", TableUnits.Million, "params_m", TableUnits.Million,
            "pixel3_latency_ms");
}
