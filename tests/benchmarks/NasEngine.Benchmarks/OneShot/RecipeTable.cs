using System.Globalization;

namespace NasEngine.Benchmarks.OneShot;

/// <summary>How large the searches of a row are, and where their random numbers come from.</summary>
/// <param name="Steps">Of a search.</param>
/// <param name="Epochs">Of the final training.</param>
/// <param name="Seed">The seed.</param>
internal readonly record struct RecipeSize(int Steps, double Epochs, int Seed);

/// <summary>What is searched for a row.</summary>
/// <param name="Name">The method.</param>
/// <param name="Columns">Gives the columns beside its name and the seed.</param>
internal sealed record RecipeMethod(string Name, Func<RecipeSize, Dictionary<string, object>> Columns);

/// <summary>A table with a row for each method and seed, which searches by recipes measure; those of a seed come together.</summary>
/// <param name="steps">Of a search, unless the command line says otherwise.</param>
/// <param name="epochs">Of the final training, likewise.</param>
internal abstract class RecipeTable(int steps, int epochs) : IBenchmarkTable
{
    private const string Only = "--only";

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Summary { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<BenchmarkOption> Options =>
    [
        new("--steps", "steps of each search", steps.ToString(CultureInfo.InvariantCulture)),
        new("--epochs", "epochs of the final training", epochs.ToString(CultureInfo.InvariantCulture)),
        BenchmarkOption.Seeds("1,2,3"),
        new(Only, "rows of the methods alone whose names have this text"),
    ];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(BenchmarkArguments args)
    {
        var size = new RecipeSize(args.Number("--steps"), args.Decimal("--epochs"), 0);
        var methods = Methods(args).Where(method => method.Name.Contains(args.Text(Only), StringComparison.Ordinal)).ToArray();
        return
            from seed in args.Numbers("--seeds")
            from method in methods
            select new BenchmarkCase(
                string.Create(CultureInfo.InvariantCulture, $"{method.Name} {seed} {size.Steps} {size.Epochs}"),
                () => With(new Dictionary<string, object> { ["method"] = method.Name, ["seed"] = seed }, method.Columns(size with { Seed = seed })));
    }

    /// <inheritdoc/>
    public virtual IReadOnlyList<IReadOnlyDictionary<string, object>> Finish(IReadOnlyList<IReadOnlyDictionary<string, object>> rows) => rows;

    /// <summary>What is searched with each seed.</summary>
    /// <exception cref="Contracts.InputException">Something that it needs is not there.</exception>
    protected abstract IEnumerable<RecipeMethod> Methods(BenchmarkArguments args);

    /// <summary>The rows, each with what it is against the row of the same seed of a method; as they are where that has none.</summary>
    protected static IReadOnlyList<IReadOnlyDictionary<string, object>> Against(
        string method,
        IReadOnlyList<IReadOnlyDictionary<string, object>> rows,
        Func<IReadOnlyDictionary<string, object>, IReadOnlyDictionary<string, object>, Dictionary<string, object>> compared)
    {
        var rivals = rows.Where(row => row["method"].Equals(method)).ToDictionary(row => Number(row["seed"]));
        return rivals.Count == 0 ? rows : [.. rows.Select(row => With(row, compared(row, rivals[Number(row["seed"])])))];
    }

    /// <summary>A number of a row, which may be whole.</summary>
    protected static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static Dictionary<string, object> With(IReadOnlyDictionary<string, object> row, Dictionary<string, object> columns) =>
        new(row.Concat(columns));
}
