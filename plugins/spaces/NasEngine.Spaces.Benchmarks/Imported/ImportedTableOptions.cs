using NasEngine.Contracts;

namespace NasEngine.Spaces.Benchmarks.Imported;

/// <summary>Options of the estimator <c>imported-table</c>.</summary>
/// <param name="Table">The file that <c>nas import table</c> wrote.</param>
/// <param name="OneSeed">Whether a trial gets one of the values of a field that holds several; else their mean.</param>
internal sealed record ImportedTableOptions(InputFile Table, bool OneSeed)
{
    /// <summary>Reads them.</summary>
    public static ImportedTableOptions Read(OptionReader options) => new(
        options.File(
            "table", "",
            "A table that 'nas import table' wrote: CSV whose columns are the architecture and metrics by their names in the engine."),
        options.OneOf(
            "seeds", "mean",
            "What a trial gets of a field with several values, such as one per seed: their mean, or one of them, drawn by the search's "
            + "seed and the trial's number, which is the noise that training has.",
            "mean", "one") == "one");
}
