namespace NasEngine.Contracts.Recipes;

/// <summary>What a recipe needs of the program that runs it.</summary>
public interface ISearchRunner
{
    /// <summary>
    /// Runs the search, or goes on with it, or returns what it found when it is done already. Only a search that completed
    /// returns.
    /// </summary>
    /// <exception cref="InputException">
    /// The spec asks for what there is not, or differs from the one of this name in the workspace.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was interrupted, and can be resumed.</exception>
    Task<SearchResult> RunAsync(SearchSpec spec, CancellationToken cancellation);

    /// <summary>
    /// As <see cref="RunAsync(SearchSpec, CancellationToken)"/>, and tells each trial as it is on disk, those of earlier runs first.
    /// </summary>
    /// <param name="spec">The search.</param>
    /// <param name="onTrial">
    /// Called with each, one after another; null for nobody. What it throws stops the search and passes through.
    /// </param>
    /// <param name="cancellation">Interrupts the search.</param>
    /// <exception cref="InputException">As there, or this program tells none.</exception>
    Task<SearchResult> RunAsync(SearchSpec spec, Action<FoundTrial>? onTrial, CancellationToken cancellation) => onTrial is null
        ? RunAsync(spec, cancellation)
        : throw new InputException("This program tells no trials while a search runs; leave out OnTrial.");

    /// <summary>The trials of a search, by number.</summary>
    /// <exception cref="InputException">There is no such search.</exception>
    IReadOnlyList<FoundTrial> TrialsOf(string search) => throw new InputException("This program keeps no trials.");

    /// <summary>Where a search stood after each trial or step, by number.</summary>
    /// <exception cref="InputException">There is no such search.</exception>
    IReadOnlyList<FoundPoint> HistoryOf(string search) => throw new InputException("This program keeps no history.");

    /// <summary>Writes the trials of a search as CSV.</summary>
    /// <exception cref="InputException">There is no such search, or the file cannot be written.</exception>
    void SaveCsv(string search, string path) => throw new InputException("This program writes no CSV.");

    /// <summary>A picture of a search as SVG: its <c>history</c>, or its <c>front</c>.</summary>
    /// <exception cref="InputException">There is no such search, or nothing to draw.</exception>
    string Plot(string search, string kind) => throw new InputException("This program draws no plots.");

    /// <summary>
    /// Trains random architectures as the winner of a completed search was trained, and says where the winner stands; goes on where
    /// it was, or returns what it found when all are trained already.
    /// </summary>
    /// <exception cref="InputException">There is no such search, it is not completed, or its winners were not trained.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted, and can be resumed.</exception>
    Task<SearchWorth> WorthAsync(string search, WorthRequest request, CancellationToken cancellation);

    /// <summary>
    /// Takes networks under other limits out of the supernet that a completed search trained, with its weights; goes on where it was, or
    /// returns what it found when that is done already.
    /// </summary>
    /// <exception cref="InputException">There is no such search, it has no trained supernet, or no network keeps to the limits.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted, and can be resumed.</exception>
    Task<SearchResult> SliceAsync(string search, SliceRequest request, CancellationToken cancellation) =>
        throw new InputException("This program takes no slices out of supernets.");

    /// <summary>Writes the trained network of an architecture that a completed search found as an ONNX model.</summary>
    /// <exception cref="InputException">No weights of it are kept, or the file cannot be written.</exception>
    Task<ExportedModel> ExportOnnxAsync(string search, Architecture architecture, string path, CancellationToken cancellation) =>
        throw new InputException("This program writes no ONNX models.");

    /// <summary>
    /// Writes it in one of the forms that the program has: <c>onnx</c>, <c>int8</c>, <c>int8-dynamic</c>, <c>csharp</c>, <c>pytorch</c>,
    /// <c>safetensors</c>.
    /// </summary>
    /// <exception cref="InputException">There is no such form, no weights of it are kept, or a file cannot be written.</exception>
    Task ExportAsync(string search, Architecture architecture, string path, string format, CancellationToken cancellation) =>
        throw new InputException("This program writes no networks.");

    /// <summary>The file of a table that was imported under a name.</summary>
    /// <exception cref="InputException">There is none.</exception>
    string Table(string name) => $"{name}.csv";

    /// <summary>Shows a result to the user.</summary>
    void Print(SearchResult result);

    /// <summary>Shows a Pareto front to the user.</summary>
    void Print(FoundFront front);

    /// <summary>Shows what a search is worth to the user.</summary>
    void Print(SearchWorth worth);

    /// <summary>Shows a line of text to the user.</summary>
    void Print(string line);
}
